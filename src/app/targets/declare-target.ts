import type { TargetsSheetContent } from '../../domain/forms/contents.ts'
import { targetSheet } from '../../domain/targets/index.ts'
import { updateProjectSummary } from '../../storage/project-repository.ts'
import { noteRoundEntry, roundFindings } from '../project/index.ts'
import { defineAct } from '../records/act.ts'
import { declarationFindings, ownerFindings } from './assess-sheet.ts'
import { noteCheck } from './note-check.ts'

const BEFORE_TARGETS = ['entered', 'selected', 'exante']

/** 申报绩效目标: complete, with the right weights, made for its money. */
export const declareTarget = defineAct(targetSheet, 'declare', {
  gate: async (context, data) => [
    ...(await roundFindings(context, data)),
    ...declarationFindings(context, data),
    ...(await ownerFindings(context, data)),
  ],
  effect: async (context, data) => {
    const { project } = data
    await noteRoundEntry(context, data, (data.content as TargetsSheetContent).total_fen)
    await noteCheck(context, data, declarationFindings(context, data))
    if (project && BEFORE_TARGETS.includes(project.status)) {
      await updateProjectSummary(context.db, project, { status: 'targets' })
    }
  },
})
