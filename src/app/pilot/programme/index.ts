import type { Content } from '../../../domain/forms/form.ts'
import type { PilotProgrammeContent } from '../../../domain/forms/contents.ts'
import { checkProgramme } from '../../../domain/pilot/checks/index.ts'
import type { WeightedItem } from '../../../domain/pilot/compute/index.ts'
import { programme } from '../../../domain/pilot/index.ts'
import type { Finding } from '../../../domain/shared/finding.ts'
import { findJurisdictions } from '../../../storage/organisation-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { defineAct } from '../../records/act.ts'
import type { RecordBehaviour } from '../../records/behaviour.ts'
import { defineBegin } from '../../records/begin-record.ts'
import type { RecordData } from '../../records/record-data.ts'
import { rulesOf } from '../../records/rules-of.ts'
import type { StageModule } from '../../records/stage-module.ts'
import { programmeAt } from './programme-at.ts'

/** 试点方案设置: a new version begins as the one in force, so that only what changes is typed. */
export const programmeBehaviour: RecordBehaviour = {
  kind: programme.kind,
  prefill: async (context) => {
    const now = await programmeAt(context)
    const all = await findJurisdictions(context.db)
    return {
      name: now.name,
      basis: now.basis,
      from: now.from,
      to: now.to,
      effectiveFrom: context.today,
      places: all
        .filter(({ level }) => level !== 'province')
        .map(({ id, name }) => ({
          place: id,
          placeName: name,
          isTaking: now.places.has(id),
          projects: now.places.get(id) ?? 0,
        })),
      milestones: now.milestones.map((one) => ({ ...one })),
      selectionWeights: rowsOf(now.selectionItems),
      rankingWeights: rowsOf(now.rankingItems),
      criteria: now.acceptance.items.map(({ id, label, weight_x100 }) => ({
        item: label,
        itemCode: id,
        weight_x100,
      })),
      pass_x100: now.acceptance.pass_x100,
    } satisfies Content
  },
  assess: async (context, data) => ({
    findings: data.record.state === 'approved' ? [] : await checkNow(context, data),
    figures: {},
    explanations: {},
  }),
}

function rowsOf(items: readonly WeightedItem[]) {
  return items.map(({ id, label, weight_x100 }) => ({ code: id, item: label, weight_x100 }))
}

async function checkNow(context: Context, data: RecordData): Promise<Finding[]> {
  return checkProgramme(data.content as PilotProgrammeContent, rulesOf(context, data))
}

/** 提出、审定、退回、撤回. */
export const proposeProgramme = defineAct(programme, 'propose', { gate: checkNow })
export const approveProgramme = defineAct(programme, 'approve', { gate: checkNow })
export const returnProgramme = defineAct(programme, 'return')
export const withdrawProgramme = defineAct(programme, 'withdraw')

export const programmeModule: StageModule = {
  behaviours: [programmeBehaviour],
  begins: [defineBegin(programme, programmeBehaviour)],
  acts: [proposeProgramme, approveProgramme, returnProgramme, withdrawProgramme],
  others: [],
}
