import type { ParameterReader } from '../../rules/parameter-values.ts'
import { daysBetween, formatDate, isDate } from '../../shared/dates.ts'
import {
  compareFractions,
  findFraction,
  fraction,
  fromBp,
  larger,
  minus,
  ONE,
  over,
  times,
  toDecimal,
  ZERO,
} from '../../shared/fraction.ts'
import { formatBp } from '../../shared/ratio.ts'
import { type IndicatorActual, type IndicatorTarget, missing, type RowShare, readYesNo } from './row.ts'

const HUNDRED = fraction(100)

/** Band first, then a percentage inside it; a percentage outside the band is not accepted. */
export function bandShare(actual: IndicatorActual, rules: ParameterReader): RowShare {
  const band = rules
    .value('evaluation.qualitative_bands')
    .value.bands.find((each) => each.band === actual.band)
  if (!band) return missing('请选择定性等级')
  const percent = findFraction(actual.bandPercent)
  if (percent === undefined) return missing('请填写等级内的得分比例')
  const share = over(percent, HUNDRED)
  const bounds = () =>
    `${formatBp(band.from_bp)}到${formatBp(band.to_bp)}${band.isTopIncluded ? '' : '（不含）'}`
  const shown = () => `${toDecimal(percent).toFixed()}%`
  const fromTop = compareFractions(share, fromBp(band.to_bp))
  const isInside =
    compareFractions(share, fromBp(band.from_bp)) >= 0 && (band.isTopIncluded ? fromTop <= 0 : fromTop < 0)
  if (!isInside) return missing(`比例${shown()}不在所选等级的范围内，应为${bounds()}`)
  return {
    share,
    isMet: band.band === 'achieved',
    method: 'band',
    formula: () => `分值 × 等级内比例（${bounds()}）`,
    sentence: () => `定性等级“${band.label}”，取${shown()}`,
  }
}

/**
 * On the day is in time. Late earns nothing, loses a share a day, or is judged by band, as the
 * parameter says; a band that was chosen counts in any case.
 */
export function dateShare(
  target: IndicatorTarget,
  actual: IndicatorActual,
  rules: ParameterReader,
): RowShare {
  const due = target.dateValue ?? ''
  const done = actual.actualDate ?? ''
  if (actual.band) return bandShare(actual, rules)
  if (!isDate(due)) return missing('年度指标值没有完成日期，请在绩效目标中补充')
  if (!isDate(done)) return missing('请填写实际完成日期')
  const late = daysBetween(due, done)
  const words = () => `应于${formatDate(due)}完成，实际${formatDate(done)}`
  if (late <= 0) {
    return {
      share: ONE,
      isMet: true,
      method: 'met',
      formula: () => '按期完成得满分',
      sentence: () => `${words()}，按期`,
    }
  }
  const { lateDate, latePerDay_bp } = rules.value('evaluation.row_defaults').value
  if (lateDate === 'band') return missing(`逾期${late}天，请选择定性等级并填写等级内的得分比例`)
  const lost = times(fromBp(latePerDay_bp), fraction(late))
  return {
    share: lateDate === 'zero' ? ZERO : larger(ZERO, minus(ONE, lost)),
    isMet: false,
    method: 'late',
    formula: () => (lateDate === 'zero' ? '逾期不得分' : `每逾期一天扣${formatBp(latePerDay_bp)}，扣完为止`),
    sentence: () => `${words()}，逾期${late}天`,
  }
}

export function yesNoShare(actual: IndicatorActual): RowShare {
  const answer = readYesNo(actual)
  if (answer === undefined) return missing('请写明“是”或“否”')
  return {
    share: answer ? ONE : ZERO,
    isMet: answer,
    method: 'yesno',
    formula: () => '直接赋分：是得满分，否不得分',
    sentence: () => (answer ? '已达到' : '未达到'),
  }
}
