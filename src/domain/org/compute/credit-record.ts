import { type DateText, formatDate } from '../../shared/dates.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const ORG_006: RuleHeader = {
  id: 'ORG-006',
  name: '机构信用记录汇总',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('czj-2021-4', '信用记录'),
}

export const CREDIT_EVENTS = { late: '逾期提交', redo: '返工重做', complaint: '投诉属实' } as const
export type CreditEvent = keyof typeof CREDIT_EVENTS

/** ORG-006: what is on record of an institution within a period, first and last day included. */
export function computeCreditRecord(input: {
  readonly events: readonly { readonly kind: CreditEvent; readonly on: DateText }[]
  readonly from: DateText
  readonly to: DateText
}): Explained<{ readonly counts: Readonly<Record<CreditEvent, number>>; readonly total: number }> {
  const within = input.events.filter(({ on }) => input.from <= on && on <= input.to)
  const count = (kind: CreditEvent) => within.filter((event) => event.kind === kind).length
  const counts = { late: count('late'), redo: count('redo'), complaint: count('complaint') }
  const words = (Object.keys(CREDIT_EVENTS) as CreditEvent[]).map(
    (kind) => `${CREDIT_EVENTS[kind]}${counts[kind]}次`,
  )
  return {
    counts,
    total: within.length,
    explanation: explain(ORG_006, {
      sentence: `${formatDate(input.from)}至${formatDate(input.to)}，${words.join('，')}。`,
      inputs: within.map(({ kind, on }) => ({ label: on, value: CREDIT_EVENTS[kind] })),
      formula: '期间内各类记录计数',
      result: `${within.length}次`,
    }),
  }
}
