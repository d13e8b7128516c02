import {
  computeExchangeDeadline,
  computeFinanceEvaluation,
  computeFundRates,
  computeSampleSize,
  computeScoreGap,
  type FinanceEvaluation,
  type FrameworkItems,
  scoreFrameworkItems,
} from '../../domain/evaluation/compute/index.ts'
import type { EvaluationFinanceContent, EvaluationSelfContent } from '../../domain/forms/contents.ts'
import type { Content, ContentRow } from '../../domain/forms/form.ts'
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
import { placeKey, rulesOf } from '../records/rules-of.ts'
import { raterAgreement, type RaterAgreement } from './rater-agreement.ts'
import { scoreText } from './self-figures.ts'

/** What the rules make of a finance evaluation as it stands. */
export type FinanceFigures = {
  readonly items: FrameworkItems
  /** How many answers each survey needs, in the order of the surveys. */
  readonly samples: readonly ReturnType<typeof computeSampleSize>[]
  /** Absent unless several evaluators gave points for the same indicators. */
  readonly agreement?: RaterAgreement
  /** Absent while a row has no first-level heading. */
  readonly whole?: FinanceEvaluation
  readonly funds?: ReturnType<typeof computeFundRates>
  /** By when the unit must answer; absent until it is asked. */
  readonly reply?: ReturnType<typeof computeExchangeDeadline>
  /** Absent until both totals are known. */
  readonly gap?: ReturnType<typeof computeScoreGap>
}

export async function financeFigures(
  context: Context,
  data: RecordData,
  rules: ParameterReader = rulesOf(context, data),
): Promise<FinanceFigures> {
  const typed = data.content as EvaluationFinanceContent
  const items = scoreFrameworkItems(typed, rules)
  const content = { ...typed, scores: items.scores }
  const whole = computeWhole(content, rules)
  const agreement = raterAgreement(content)
  const funds = computeFunds(content)
  const asked = data.acts.findLast((act) => act.action === 'consult')
  const self = data.project && (await findLatestRecord(context, data.project, 'evaluation.self'))
  const self_x100 = (self?.content as EvaluationSelfContent | undefined)?.totalScore_x100 ?? null
  const external_x100 = whole?.total_x100 ?? null
  return {
    items,
    samples: (content.questionnaires ?? []).map(({ population }) =>
      computeSampleSize(population ?? 1, rules),
    ),
    ...(agreement ? { agreement } : {}),
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

/** The content with computed points, total and grade; what cannot be computed is left out. */
export function withFinanceFigures(content: Content, { whole, items }: FinanceFigures): Content {
  const { totalScore_x100: _total, grade: _grade, ...rest } = content
  const total = whole?.total_x100 ?? null
  const grade = whole?.grade ?? null
  return {
    ...rest,
    ...(items.reasons.size === 0 ? {} : { scores: items.scores as readonly ContentRow[] }),
    ...(total === null ? {} : { totalScore_x100: total }),
    ...(grade === null ? {} : { grade }),
  }
}

/** The figures with their reasons, by the place they stand in. */
export function presentFinance(all: FinanceFigures): Omit<Assessment, 'findings'> {
  const { whole, funds, reply, gap, items, samples, agreement } = all
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
  for (const [row, reason] of items.reasons) show(placeKey('scores', row, 'byMethod'), reason.result, reason)
  for (const [row, { explanation }] of samples.entries())
    show(placeKey('questionnaires', row, 'needed'), explanation.result, explanation)
  if (items.satisfaction)
    show('surveySatisfaction', formatRatio(items.satisfaction), items.satisfactionReason)
  if (agreement) show('raterKendall', agreement.kendall.explanation.result, agreement.kendall.explanation)
  if (agreement) show('raterIcc', agreement.icc.explanation.result, agreement.icc.explanation)
  if (gap) show('selfGap', scoreText(gap.gap_x100), gap.explanation)
  return { figures, explanations }
}
