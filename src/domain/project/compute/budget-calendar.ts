import type { ParameterReader } from '../../rules/parameter-values.ts'
import { type DateText, formatDate } from '../../shared/dates.ts'
import { daysLate } from '../../shared/deadline.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const BUD_007: RuleHeader = {
  id: 'BUD-007',
  name: '预算编制日程',
  stage: 'project',
  kind: 'compute',
  source: cite('law-budget-regulation', '第二十二条、第二十五条；各环节时间由各地确定'),
  parameters: ['budget.calendar'],
}

export type CalendarStep = {
  readonly id: string
  readonly label: string
  readonly from: DateText
  readonly to: DateText
  readonly state: 'early' | 'open' | 'late' | 'done'
  readonly daysLate: number
}

const STATES = { early: '未到时间', open: '进行中', late: '逾期', done: '已完成' } as const

/**
 * BUD-007: the steps of a budget year with their dates, every one relative to that year. On the last day
 * a step is still open; finished is finished, however late.
 */
export function computeBudgetCalendar(
  input: {
    readonly budgetYear: number
    readonly today: DateText
    /** Days on which steps were finished, by their ids. */
    readonly done: Readonly<Record<string, DateText>>
  },
  rules: ParameterReader,
): Explained<{ readonly steps: readonly CalendarStep[] }> {
  const calendar = rules.value('budget.calendar')
  const steps = calendar.value.steps.map((step): CalendarStep => {
    const from = `${input.budgetYear + step.fromYear}-${step.from}`
    const to = `${input.budgetYear + step.toYear}-${step.to}`
    const doneOn = input.done[step.id]
    const late = daysLate(to, doneOn ?? input.today)
    const state = doneOn ? 'done' : input.today < from ? 'early' : late > 0 ? 'late' : 'open'
    return { id: step.id, label: step.label, from, to, state, daysLate: state === 'early' ? 0 : late }
  })
  const late = steps.filter(({ state }) => state === 'late')
  return {
    steps,
    explanation: explain(BUD_007, {
      sentence:
        late.length > 0
          ? `${late.map(({ label, daysLate: days }) => `${label}逾期${days}天`).join('，')}。`
          : `${input.budgetYear}年度预算编制没有逾期环节。`,
      inputs: steps.map(({ label, from, to, state }) => ({
        label,
        value: `${formatDate(from)}至${formatDate(to)}，${STATES[state]}`,
      })),
      parameters: [calendar],
      formula: '各环节日期相对预算年度推算，最后一日仍为期内',
      result: late.length > 0 ? `${late.length}个环节逾期` : '没有逾期',
    }),
  }
}
