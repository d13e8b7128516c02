import { exanteDraw, exanteExpertEntry } from '../../../domain/exante/index.ts'
import type { UseCase } from '../../kernel/use-case.ts'
import { defineBegin } from '../../records/begin-record.ts'
import type { StageModule } from '../../records/stage-module.ts'
import { abandonDraw } from './abandon-draw.ts'
import { exanteDrawBehaviour } from './draw-behaviour.ts'
import { drawPanel } from './draw-panel.ts'
import {
  exanteExpertEntryBehaviour,
  registerExpert,
  reinstateExpert,
  removeExpert,
  suspendExpert,
} from './entry-acts.ts'
import { exportDraw } from './export-draw.ts'
import { exanteLeadNoteBehaviour, signLeadNote } from './lead-note.ts'
import { listExpertEntries } from './list-expert-entries.ts'
import { signPledge } from './pledge.ts'
import { recuse } from './recuse.ts'
import { replaceExpert } from './replace-expert.ts'
import { sealRoster } from './seal-roster.ts'
import { viewPanel } from './view-panel.ts'

export { exportDraw, listExpertEntries, viewPanel }

/** 评估专家: the register, the draw, pledges and standing back, the lead expert's note. */
export const panelModule: StageModule = {
  behaviours: [exanteExpertEntryBehaviour, exanteDrawBehaviour, exanteLeadNoteBehaviour],
  begins: [
    defineBegin(exanteExpertEntry, exanteExpertEntryBehaviour),
    defineBegin(exanteDraw, exanteDrawBehaviour),
  ],
  acts: [
    registerExpert,
    suspendExpert,
    reinstateExpert,
    removeExpert,
    sealRoster,
    drawPanel,
    replaceExpert,
    abandonDraw,
    signPledge,
    recuse,
    signLeadNote,
  ],
  others: [listExpertEntries, viewPanel, exportDraw] as unknown as readonly UseCase[],
}
