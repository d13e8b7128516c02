import {
  computeExchangeDeadline,
  computeFinanceEvaluation,
  computeFundRates,
  computeScoreGap,
  type FinanceEvaluation,
} from '../../domain/evaluation/compute/index.ts'
import type { EvaluationFinanceContent, EvaluationSelfContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Explanation } from '../../domain/shared/explanation.ts'
import { GRADES } from '../../domain/shared/grade.ts'
import { findFen } from '../../domain/shared/money.ts'
import { formatRatio } from '../../domain/shared/ratio.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import type { Context } from '../kernel/context.ts'
import type { Assessment } from '../records/behaviour.ts'
import { findLatestRecord, type RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { scoreText } from './self-figures.ts'

/** What the rules make of a finance evaluation as it stands. */
export type FinanceFigures = {
  /** Absent while a row has no first-level heading. */
  readonly whole?: FinanceEvaluation
  readonly funds?: ReturnType<typeof computeFundRates>
  /** By when the unit must answer; absent until it is asked. */
  readonly reply?: ReturnType<typeof computeExchangeDeadline>
  /** Absent until both totals are known. */
  readonly gap?: ReturnType<typeof computeScoreGap>
}

export async function financeFigures(context: Context, data: RecordData): Promise<FinanceFigures> {
  const content = data.content as EvaluationFinanceContent
  const rules = rulesOf(context, data)
  const whole = computeWhole(content, rules)
  const funds = computeFunds(content)
  const asked = data.acts.findLast((act) => act.action === 'consult')
  const self = data.project && (await findLatestRecord(context, data.project, 'evaluation.self'))
  const self_x100 = (self?.content as EvaluationSelfContent | undefined)?.totalScore_x100 ?? null
  const external_x100 = whole?.total_x100 ?? null
  return {
    ...(whole ? { whole } : {}),
    ...(funds ? { funds } : {}),
    ...(asked ? replyDeadline(dayOf(asked.actedAt), rules) : {}),
    ...(self_x100 === null || external_x100 === null
      ? {}
      : { gap: computeScoreGap({ self_x100, external_x100 }, rules) }),
  }
}

/** Without next year's holidays there is no deadline to show, but everything else still stands. */
function replyDeadline(askedOn: string, rules: ParameterReader): Pick<FinanceFigures, 'reply'> {
  try {
    return { reply: computeExchangeDeadline(askedOn, rules) }
  } catch (error) {
    if (error instanceof DomainError && error.code === 'PARAMETER_NOT_IN_FORCE') return {}
    throw error
  }
}

/** Total and grade of the framework's rows under given rules; absent while a row has no heading. */
export function computeWhole(content: EvaluationFinanceContent, rules: ParameterReader) {
  const rows = (content.scores ?? []).flatMap(({ level1, name, weight_x100, score_x100 }) =>
    level1
      ? [{ level1, name: name ?? '', weight_x100: weight_x100 ?? 0, score_x100: score_x100 ?? null }]
      : [],
  )
  if (rows.length === 0 || rows.length < (content.scores ?? []).length) return undefined
  return computeFinanceEvaluation(rows, rules, content.hasSeriousViolation ?? false)
}

function computeFunds(content: EvaluationFinanceContent) {
  const budget_fen = findFen(content.budget_fen)
  const received_fen = findFen(content.received_fen)
  const spent_fen = findFen(content.spent_fen)
  if (budget_fen === undefined || received_fen === undefined || spent_fen === undefined) return undefined
  return computeFundRates({ budget_fen, received_fen, spent_fen })
}

/** The content with total and grade filled in; both left out while they cannot be computed. */
export function withFinanceFigures(content: Content, { whole }: FinanceFigures): Content {
  const { totalScore_x100: _total, grade: _grade, ...rest } = content
  const total = whole?.total_x100 ?? null
  const grade = whole?.grade ?? null
  return {
    ...rest,
    ...(total === null ? {} : { totalScore_x100: total }),
    ...(grade === null ? {} : { grade }),
  }
}

/** The figures with their reasons, by the place they stand in. */
export function presentFinance({ whole, funds, reply, gap }: FinanceFigures): Omit<Assessment, 'findings'> {
  const figures: Record<string, string> = {}
  const explanations: Record<string, Explanation> = {}
  const show = (key: string, value: string, explanation: Explanation) => {
    figures[key] = value
    explanations[key] = explanation
  }
  if (whole) {
    show('totalScore_x100', scoreText(whole.total_x100), whole.explanation)
    show('weights', whole.weights.explanation.result, whole.weights.explanation)
    const graded = whole.explanation.children.find((child) => child.ruleId === 'EVA-001')
    if (whole.grade && graded) show('grade', GRADES[whole.grade], graded)
  }
  if (funds) {
    show('receivedRate', formatRatio(funds.receivedRate), funds.explanation)
    show('executionRate', formatRatio(funds.executionRate), funds.explanation)
  }
  if (reply) show('replyDueOn', reply.dueOn, reply.explanation)
  if (gap) show('selfGap', scoreText(gap.gap_x100), gap.explanation)
  return { figures, explanations }
}
