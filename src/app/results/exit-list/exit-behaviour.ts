import type { ResultsExitListContent } from '../../../domain/forms/contents.ts'
import type { Content } from '../../../domain/forms/form.ts'
import { checkExitList } from '../../../domain/results/checks/index.ts'
import { exitList } from '../../../domain/results/index.ts'
import type { Explanation } from '../../../domain/shared/explanation.ts'
import type { Finding } from '../../../domain/shared/finding.ts'
import { findEvaluatedAfter } from '../../../storage/exit-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { defineAct } from '../../records/act.ts'
import { NOTHING_TO_SAY, type RecordBehaviour } from '../../records/behaviour.ts'
import type { RecordData } from '../../records/record-data.ts'
import { placeKey, rulesOf } from '../../records/rules-of.ts'
import { exitItems } from './exit-items.ts'

/** 到期退出清单: listed by the rules, decided by people. */
export const exitBehaviour: RecordBehaviour = {
  kind: exitList.kind,
  prefill: prefillList,
  assess: async (context, data) => {
    if (exitList.workflow.states[data.record.state]?.isFinal) return NOTHING_TO_SAY
    return {
      ...NOTHING_TO_SAY,
      findings: await checkList(context, data),
      explanations: await reasons(context, data),
    }
  },
}

export const exitActs = [
  defineAct(exitList, 'propose', { gate: checkList }),
  defineAct(exitList, 'decide', { gate: checkList }),
  defineAct(exitList, 'return'),
]

async function prefillList(context: Context): Promise<Content> {
  const items = await exitItems(context, context.actor.jurisdictionId)
  return {
    listedOn: context.today,
    items: items.map(
      ({ subjectId, kind, code, name, office, amount_fen, periodEnd, reasons: why, recommendation }) => ({
        subjectId,
        kind: kind === 'policy' ? '政策' : '项目',
        ...(code === '' ? {} : { code }),
        name,
        office,
        amount_fen,
        ...(periodEnd === null ? {} : { periodEnd }),
        reasons: why,
        recommendation,
      }),
    ),
  }
}

async function checkList(context: Context, data: RecordData): Promise<Finding[]> {
  const { jurisdictionId, fiscalYear } = data.record
  const evaluated = new Set(
    await findEvaluatedAfter(context.db, { jurisdictionId, fiscalYear: fiscalYear - 1 }),
  )
  return checkExitList(data.content as ResultsExitListContent, { evaluated }, rulesOf(context, data))
}

/** Why each item stands on the list, as the rules see it today. */
async function reasons(
  context: Context,
  { record, content }: RecordData,
): Promise<Record<string, Explanation>> {
  const items = new Map(
    (await exitItems(context, record.jurisdictionId)).map((item) => [item.subjectId, item]),
  )
  const rows = (content as ResultsExitListContent).items ?? []
  return Object.fromEntries(
    rows.flatMap(({ subjectId }, index) => {
      const item = items.get(subjectId ?? '')
      return item ? [[placeKey('items', index, 'recommendation'), item.explanation]] : []
    }),
  )
}
