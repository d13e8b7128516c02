import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained, Explanation, ExplanationInput } from '../../shared/explanation.ts'
import { compareFractions, fraction, fromBp, roundFraction, times, toDecimal } from '../../shared/fraction.ts'
import { formatPercent } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'
import { bandShare, dateShare, yesNoShare } from './other-shares.ts'
import { quantitativeShare } from './quantitative-share.ts'
import type { IndicatorActual, IndicatorTarget, RowShare, ScoringMethod } from './row.ts'

export const EVA_003: RuleHeader = {
  id: 'EVA-003',
  name: '自评指标得分',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('cz-2020-10', '附件1填表说明'),
  standing: 'seen',
  parameters: ['evaluation.row_defaults', 'evaluation.qualitative_bands', 'evaluation.over_achievement_flag'],
}

export type RowFigures = {
  /** `null` while something is missing; `problem` then says what. */
  readonly score_x100: Score_x100 | null
  readonly isMet: boolean | null
  /** Exceeded by more than the flag: a cause must be given. Nothing is ever deducted by itself. */
  readonly isFarAbove: boolean
  readonly problem: string | null
  /** What a reviewer should look at although a score was given. */
  readonly doubt: string | null
  /** By which rule the share was found. */
  readonly method: ScoringMethod
  /** How it was found; the explanation is made from it. */
  readonly share: RowShare
}

export type RowScore = Explained<Omit<RowFigures, 'share'>>

/** EVA-003 without its reason in words: what a recomputation of thousands of rows needs. */
export function scoreRow(
  target: IndicatorTarget,
  actual: IndicatorActual,
  rules: ParameterReader,
): RowFigures {
  const share = shareOf(target, actual, rules)
  const flag_bp = rules.value('evaluation.over_achievement_flag').value.ratio_bp
  return {
    score_x100:
      share.share === null ? null : Number(roundFraction(times(fraction(target.weight_x100), share.share))),
    isMet: share.isMet,
    isFarAbove: share.over !== undefined && compareFractions(share.over, fromBp(flag_bp)) > 0,
    problem: share.problem ?? null,
    doubt: share.doubt ?? null,
    method: share.method,
    share,
  }
}

/**
 * EVA-003 自评指标得分: one row of the self-evaluation form, rounded half-up to two decimals.
 * Numbers, dates, yes-no and qualitative indicators; the method is named in the explanation.
 */
export function computeRowScore(
  target: IndicatorTarget,
  actual: IndicatorActual,
  rules: ParameterReader,
): RowScore {
  const { share, ...figures } = scoreRow(target, actual, rules)
  return { ...figures, explanation: explainRow(target, actual, { ...figures, share }, rules) }
}

function shareOf(target: IndicatorTarget, actual: IndicatorActual, rules: ParameterReader): RowShare {
  if (target.scoringRule === 'band' || target.kind === 'qual') return bandShare(actual, rules)
  if (target.kind === 'date') return dateShare(target, actual, rules)
  if (target.kind === 'yesno') return yesNoShare(actual)
  return quantitativeShare(target, actual, rules)
}

/** Why a row has the score it has. */
export function explainRow(
  target: IndicatorTarget,
  actual: IndicatorActual,
  { score_x100, isFarAbove, doubt, share }: RowFigures,
  rules: ParameterReader,
): Explanation {
  const weight = formatWeight(target.weight_x100)
  const far = isFarAbove && share.over ? `，超出目标${formatPercent(toDecimal(share.over))}，请说明原因` : ''
  const odd = doubt === null ? '' : `（${doubt}）`
  return explain(EVA_003, {
    sentence:
      score_x100 === null
        ? `“${target.name}”暂不能计分：${share.sentence()}。`
        : `“${target.name}”${share.sentence()}${far}${odd}；分值${weight}分，得${formatScore(score_x100)}分。`,
    inputs: inputsOf(target, actual),
    parameters: parametersOf(target, rules, isFarAbove),
    formula: share.formula(),
    result: score_x100 === null ? '待填' : `${formatScore(score_x100)}分`,
    rounding: '四舍五入到两位小数',
  })
}

function parametersOf(target: IndicatorTarget, rules: ParameterReader, isFarAbove: boolean) {
  if (target.kind === 'qual' || target.scoringRule === 'band')
    return [rules.value('evaluation.qualitative_bands')]
  if (target.kind === 'yesno') return []
  const defaults = rules.value('evaluation.row_defaults')
  return isFarAbove ? [defaults, rules.value('evaluation.over_achievement_flag')] : [defaults]
}

function inputsOf(target: IndicatorTarget, actual: IndicatorActual): ExplanationInput[] {
  const given: (readonly [string, string | null | undefined])[] = [
    ['指标值', target.kind === 'date' ? target.dateValue : target.value],
    ['上限', target.upper],
    ['实际完成数', actual.actual],
    ['实际完成日期', actual.actualDate],
    ['实际完成值', actual.actualText],
    ['等级内比例', actual.bandPercent ? `${actual.bandPercent}%` : null],
  ]
  return [
    ...given.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    { label: '分值', value: formatWeight(target.weight_x100) },
  ]
}
