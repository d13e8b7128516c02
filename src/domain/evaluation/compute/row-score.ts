import type { ParameterReader } from '../../rules/parameter-values.ts'
import { daysBetween, formatDate, isDate } from '../../shared/dates.ts'
import { Decimal, findDecimal } from '../../shared/decimal.ts'
import type { Explained, ExplanationInput } from '../../shared/explanation.ts'
import { formatBp, formatPercent } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight, roundScore, type Score_x100, scorePoints } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'
import { missing, quantitativeShare } from './quantitative-share.ts'
import { type IndicatorActual, type IndicatorTarget, readYesNo, type RowShare } from './row.ts'

export const EVA_003: RuleHeader = {
  id: 'EVA-003',
  name: '自评指标得分',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('cz-2020-10', '附件1填表说明'),
  parameters: ['evaluation.row_defaults', 'evaluation.qualitative_bands', 'evaluation.over_achievement_flag'],
}

export type RowScore = Explained<{
  /** `null` while something is missing; `problem` then says what. */
  readonly score_x100: Score_x100 | null
  readonly isMet: boolean | null
  /** Exceeded by more than the flag: a cause must be given. Nothing is ever deducted by itself. */
  readonly isFarAbove: boolean
  readonly problem: string | null
}>

/**
 * EVA-003 自评指标得分: one row of the self-evaluation form, rounded half-up to two decimals.
 * Numbers, dates, yes-no and qualitative indicators; the method is named in the explanation.
 */
export function computeRowScore(
  target: IndicatorTarget,
  actual: IndicatorActual,
  rules: ParameterReader,
): RowScore {
  const row = shareOf(target, actual, rules)
  const score_x100 = row.share === null ? null : roundScore(scorePoints(target.weight_x100).times(row.share))
  const flag = rules.value('evaluation.over_achievement_flag')
  const isFarAbove = row.over?.times(10_000).gt(flag.value.ratio_bp) ?? false
  const weight = formatWeight(target.weight_x100)
  const over = isFarAbove && row.over ? `，超出目标${formatPercent(row.over)}，请说明原因` : ''
  return {
    score_x100,
    isMet: row.isMet,
    isFarAbove,
    problem: row.problem ?? null,
    explanation: explain(EVA_003, {
      sentence:
        score_x100 === null
          ? `“${target.name}”暂不能计分：${row.sentence}。`
          : `“${target.name}”${row.sentence}${over}；分值${weight}分，得${formatScore(score_x100)}分。`,
      inputs: inputsOf(target, actual),
      parameters: parametersOf(target, rules, isFarAbove),
      formula: row.formula,
      result: score_x100 === null ? '待填' : `${formatScore(score_x100)}分`,
      rounding: '四舍五入到两位小数',
    }),
  }
}

function shareOf(target: IndicatorTarget, actual: IndicatorActual, rules: ParameterReader): RowShare {
  if (target.scoringRule === 'band' || target.kind === 'qual') return bandShare(actual, rules)
  if (target.kind === 'date') return dateShare(target, actual, rules)
  if (target.kind === 'yesno') return yesNoShare(actual)
  return quantitativeShare(target, actual, rules)
}

/** Band first, then a percentage inside it; a percentage outside the band is not accepted. */
function bandShare(actual: IndicatorActual, rules: ParameterReader): RowShare {
  const band = rules
    .value('evaluation.qualitative_bands')
    .value.bands.find((each) => each.band === actual.band)
  if (!band) return missing('请选择定性等级')
  const percent = findDecimal(actual.bandPercent)
  if (percent === undefined) return missing('请填写等级内的得分比例')
  const bp = percent.times(100)
  const isInside = bp.gte(band.from_bp) && (band.isTopIncluded ? bp.lte(band.to_bp) : bp.lt(band.to_bp))
  const bounds = `${formatBp(band.from_bp)}到${formatBp(band.to_bp)}${band.isTopIncluded ? '' : '（不含）'}`
  if (!isInside) return missing(`比例${percent.toFixed()}%不在所选等级的范围内，应为${bounds}`)
  return {
    share: percent.div(100),
    isMet: band.band === 'achieved',
    formula: `分值 × 等级内比例（${bounds}）`,
    sentence: `定性等级“${band.label}”，取${percent.toFixed()}%`,
  }
}

/** On the day is in time. Late earns nothing, or loses a share a day, as the parameter says. */
function dateShare(target: IndicatorTarget, actual: IndicatorActual, rules: ParameterReader): RowShare {
  const due = target.dateValue ?? ''
  const done = actual.actualDate ?? ''
  if (actual.band) return bandShare(actual, rules)
  if (!isDate(due)) return missing('年度指标值没有完成日期，请在绩效目标中补充')
  if (!isDate(done)) return missing('请填写实际完成日期')
  const late = daysBetween(due, done)
  const words = `应于${formatDate(due)}完成，实际${formatDate(done)}`
  if (late <= 0)
    return { share: new Decimal(1), isMet: true, formula: '按期完成得满分', sentence: `${words}，按期` }
  const { lateDate, latePerDay_bp } = rules.value('evaluation.row_defaults').value
  const perDay = new Decimal(latePerDay_bp).div(10_000)
  const share =
    lateDate === 'zero' ? new Decimal(0) : Decimal.max(0, new Decimal(1).minus(perDay.times(late)))
  const formula = lateDate === 'zero' ? '逾期不得分' : `每逾期一天扣${formatBp(latePerDay_bp)}，扣完为止`
  return { share, isMet: false, formula, sentence: `${words}，逾期${late}天` }
}

function yesNoShare(actual: IndicatorActual): RowShare {
  const answer = readYesNo(actual)
  if (answer === undefined) return missing('请写明“是”或“否”')
  return {
    share: new Decimal(answer ? 1 : 0),
    isMet: answer,
    formula: '直接赋分：是得满分，否不得分',
    sentence: answer ? '已达到' : '未达到',
  }
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
