import type { ResultsExitListContent } from '../../../domain/forms/contents.ts'
import type { Content } from '../../../domain/forms/form.ts'
import { checkExitList } from '../../../domain/results/checks/index.ts'
import { exitList } from '../../../domain/results/index.ts'
import { DomainError } from '../../../domain/shared/errors.ts'
import type { Explanation } from '../../../domain/shared/explanation.ts'
import type { Finding } from '../../../domain/shared/finding.ts'
import { findReevaluated } from '../../../storage/exit-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { defineAct } from '../../records/act.ts'
import { NOTHING_TO_SAY, type RecordBehaviour } from '../../records/behaviour.ts'
import { getForm, type RecordData } from '../../records/record-data.ts'
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

/**
 * What is to be decided about, the earliest end first; what is in hand or decided is not listed again, and what one
 * list has no room for is taken by the next.
 * @throws DomainError ACTION_NOT_AVAILABLE where nothing is to be decided
 */
async function prefillList(context: Context): Promise<Content> {
  const items = await exitItems(context, context.actor.jurisdictionId)
  const open = items.filter(({ isSettled }) => !isSettled).slice(0, roomOf(context))
  if (open.length === 0)
    throw new DomainError('ACTION_NOT_AVAILABLE', '没有需要列入清单的项目和政策，请在已有的清单上办理。')
  return {
    listedOn: context.today,
    items: open.map(
      (
        { subjectId, kind, code, name, office, amount_fen, periodEnd, reasons: why, recommendation },
        index,
      ) => ({
        number: String(index + 1),
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

/** As many rows as the form takes. */
function roomOf(context: Context): number | undefined {
  const fields = getForm(context, exitList.form).sections.flatMap((section) => section.fields)
  const field = fields.find(({ id }) => id === 'items')
  return field?.type === 'rows' ? field.max : undefined
}

async function checkList(context: Context, data: RecordData): Promise<Finding[]> {
  const { jurisdictionId } = data.record
  const content = data.content as ResultsExitListContent
  const subjectIds = (content.items ?? []).flatMap(({ subjectId }) => subjectId ?? [])
  const evaluated = new Set(await findReevaluated(context.db, { jurisdictionId, subjectIds }))
  return checkExitList(content, { evaluated }, rulesOf(context, data))
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
