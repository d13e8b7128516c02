import type { ParameterReader } from '../../rules/parameter-values.ts'
import { type DateText, formatDate } from '../../shared/dates.ts'
import { daysLate } from '../../shared/deadline.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const MON_010: RuleHeader = {
  id: 'MON-010',
  name: '监控时段完成情况',
  stage: 'monitoring',
  kind: 'compute',
  source: cite('cz-2019-136', '监控时间和报送'),
  parameters: ['monitoring.window'],
}

export const WINDOW_STATES = {
  done: '已按期报送',
  late: '逾期报送',
  open: '待报送',
  overdue: '逾期未报',
} as const
export type WindowState = keyof typeof WINDOW_STATES

export type WindowCoverage = {
  readonly id: string
  readonly label: string
  readonly dueOn: DateText
  readonly state: WindowState
  readonly daysLate: number
  /** A key project needs a field check in every window. */
  readonly lacksFieldCheck: boolean
}

/** By when a window is reported; one that closes with the year is due at the beginning of the next. */
export function windowDueOn(
  window: { readonly months: number; readonly due: string },
  fiscalYear: number,
): DateText {
  const isSameYear = Number(window.due.slice(0, 2)) >= window.months
  return `${isSameYear ? fiscalYear : fiscalYear + 1}-${window.due}`
}

/**
 * MON-010: every window of the year has its record in time, and of a key project a field check too.
 */
export function computeWindowCoverage(
  input: {
    readonly fiscalYear: number
    readonly today: DateText
    readonly isKey: boolean
    readonly rounds: readonly {
      readonly month: number
      readonly submittedOn?: DateText | null
      readonly fieldChecks: number
    }[]
  },
  rules: ParameterReader,
): Explained<{ readonly windows: readonly WindowCoverage[]; readonly isComplete: boolean }> {
  const parameter = rules.value('monitoring.window')
  const windows = parameter.value.windows.map((window): WindowCoverage => {
    const dueOn = windowDueOn(window, input.fiscalYear)
    const round = input.rounds.find((each) => each.month === window.months)
    const submittedOn = round?.submittedOn ?? null
    const late = daysLate(dueOn, submittedOn ?? input.today)
    const state = submittedOn ? (late > 0 ? 'late' : 'done') : late > 0 ? 'overdue' : 'open'
    return {
      id: window.id,
      label: window.label,
      dueOn,
      state,
      daysLate: late,
      lacksFieldCheck: input.isKey && submittedOn !== null && (round?.fieldChecks ?? 0) === 0,
    }
  })
  const isComplete = windows.every(
    ({ state, lacksFieldCheck }) => (state === 'done' || state === 'late') && !lacksFieldCheck,
  )
  const words = windows.map(wordsOf)
  return {
    windows,
    isComplete,
    explanation: explain(MON_010, {
      sentence: words.length > 0 ? `${words.join('；')}。` : '没有规定监控时段。',
      inputs: windows.map(({ label, dueOn }) => ({ label, value: `报送期限${formatDate(dueOn)}` })),
      parameters: [parameter],
      formula: '每个时段至少一次报送，不晚于报送期限；重点监控项目至少一次现场检查',
      result: isComplete ? '齐全' : '不齐全',
    }),
  }
}

function wordsOf({ label, state, daysLate: late, lacksFieldCheck }: WindowCoverage): string {
  const days = late > 0 ? `${late}天` : ''
  return `${label}${WINDOW_STATES[state]}${days}${lacksFieldCheck ? '，没有现场检查记录' : ''}`
}
