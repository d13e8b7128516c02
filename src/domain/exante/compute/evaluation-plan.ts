import type { ParameterReader } from '../../rules/parameter-values.ts'
import { type DateText, daysBetween, formatDate } from '../../shared/dates.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { computeEvaluationDuty, type EvaluationDutyInput } from './evaluation-duty.ts'

export const EXA_054: RuleHeader = {
  id: 'EXA-054',
  name: '谁来评估、何时评完',
  stage: 'exante',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '三（一）新增项目申请预算的必要条件'),
  parameters: ['exante.amount_thresholds', 'budget.calendar'],
}

export type EvaluationPlanInput = EvaluationDutyInput & {
  readonly budgetYear: number
  readonly today: DateText
  /** The day the conclusion was approved, if it was. */
  readonly concludedOn: DateText | null
}

export type EvaluationPlan = Explained<{
  readonly isRequired: boolean
  /** Who evaluates, in order; a third party only helps whoever commissions it. */
  readonly evaluators: readonly string[]
  /** The conclusion has to be there before this day, on which 一上 begins; null where no calendar says. */
  readonly before: DateText | null
  readonly state: 'notRequired' | 'waiting' | 'late' | 'done'
}>

const EVALUATORS = {
  none: [],
  department: ['项目单位准备材料', '主管部门组织评估'],
  finance: ['项目单位准备材料', '主管部门组织评估', '财政部门组织评估（可委托第三方机构协助）'],
} as const

/** The step of the budget calendar in which requests go up for the first time. */
const FIRST_UP = 'firstUp'

/** EXA-054: duty, who carries it out, and the last day that leaves the request in time. */
export function computeEvaluationPlan(input: EvaluationPlanInput, rules: ParameterReader): EvaluationPlan {
  const duty = computeEvaluationDuty(input, rules)
  const calendar = rules.value('budget.calendar')
  const step = calendar.value.steps.find(({ id }) => id === FIRST_UP)
  const before = duty.isRequired && step ? `${input.budgetYear + step.fromYear}-${step.from}` : null
  const state = stateOf(duty.isRequired, before, input)
  const evaluators = EVALUATORS[duty.level]
  return {
    isRequired: duty.isRequired,
    evaluators,
    before,
    state,
    explanation: explain(EXA_054, {
      sentence: [duty.explanation.sentence, ...dueSentences(before, step?.label, state, input)].join(''),
      inputs: [
        ...duty.explanation.inputs,
        ...evaluators.map((text, index) => ({ label: `第${index + 1}步`, value: text })),
      ],
      parameters: step ? [calendar] : [],
      formula: '应当评估的，结论在“一上”开始之前审定',
      result: RESULTS[state],
      children: [duty.explanation],
    }),
  }
}

const RESULTS = {
  notRequired: '不要求评估',
  waiting: '应当评估',
  late: '应当评估，已晚于一上开始',
  done: '已评估',
} as const

function stateOf(
  isRequired: boolean,
  before: DateText | null,
  { today, concludedOn }: EvaluationPlanInput,
): EvaluationPlan['state'] {
  if (concludedOn !== null) return 'done'
  if (!isRequired) return 'notRequired'
  return before !== null && today >= before ? 'late' : 'waiting'
}

function dueSentences(
  before: DateText | null,
  label: string | undefined,
  state: EvaluationPlan['state'],
  { today, concludedOn }: EvaluationPlanInput,
): string[] {
  if (before === null) return []
  const due = `结论应在${label ?? '一上'}开始（${formatDate(before)}）之前审定`
  if (concludedOn !== null) {
    const words = concludedOn < before ? '在期限之前' : '晚于期限'
    return [`${due}，已于${formatDate(concludedOn)}审定，${words}。`]
  }
  const days = daysBetween(today, before)
  return [state === 'late' ? `${due}，现在已经晚了，请尽快完成并说明原因。` : `${due}，还有${days}天。`]
}
