import { Decimal } from '../../shared/decimal.ts'
import type { Explained } from '../../shared/explanation.ts'
import {
  type Fraction,
  fraction,
  minus,
  over,
  plus,
  roundFraction,
  times,
  toDecimal,
} from '../../shared/fraction.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const EXA_025: RuleHeader = {
  id: 'EXA-025',
  name: '组内相关系数ICC（2,1）和ICC（2,k）',
  stage: 'exante',
  kind: 'compute',
  source: cite('jiheng-default', '统计方法：Shrout、Fleiss（1979），双向随机、绝对一致'),
}

/**
 * EXA-025: ICC(2,1) and ICC(2,k) by two-way analysis of variance over items and experts: how much of
 * the differences between marks lies in the items and not in who marked them. May be negative.
 * @param marks one row per expert, one exact mark per item
 * @returns exact; `null` with fewer than two experts or items, or when there are no differences at all
 */
export function computeIcc(marks: readonly (readonly Fraction[])[]): Explained<{
  readonly single: Fraction | null
  readonly mean: Fraction | null
  readonly single_bp: number | null
  readonly mean_bp: number | null
}> {
  const found = icc(marks)
  const bp = (value: Fraction | null) => value && Number(roundFraction(times(value, fraction(10_000))))
  const text = (value: Fraction | null) =>
    value === null ? '无法计算' : toDecimal(value).toFixed(4, Decimal.ROUND_HALF_UP)
  const isKnown = found.single !== null && found.mean !== null
  return {
    ...found,
    single_bp: bp(found.single),
    mean_bp: bp(found.mean),
    explanation: explain(EXA_025, {
      sentence: isKnown
        ? `单个专家评分的一致程度 ICC（2,1）为${text(found.single)}，专家组平均分的一致程度 ICC（2,${marks.length}）为${text(found.mean)}。`
        : '专家或要点不足，或者评价全部相同，不能计算组内相关系数。',
      inputs: [
        { label: '专家（k）', value: `${marks.length}人` },
        { label: '要点（n）', value: `${marks[0]?.length ?? 0}项` },
      ],
      formula:
        'ICC（2,1）=（MSR − MSE）÷（MSR +（k − 1）MSE + k（MSC − MSE）÷ n）；ICC（2,k）=（MSR − MSE）÷（MSR +（MSC − MSE）÷ n）',
      result: isKnown ? `${text(found.single)}；${text(found.mean)}` : '无法计算',
      rounding: '精确计算，显示四位小数',
    }),
  }
}

const add = (values: readonly Fraction[]) => values.reduce(plus, fraction(0))
const square = (value: Fraction) => times(value, value)

function icc(marks: readonly (readonly Fraction[])[]) {
  const none = { single: null, mean: null }
  const [k, n] = [marks.length, marks[0]?.length ?? 0]
  if (k < 2 || n < 2) return none
  const byExpert = marks.map(add)
  const byItem = (marks[0] ?? []).map((_mark, item) => add(marks.map((row) => row[item] ?? fraction(0))))
  const corrected = over(square(add(byExpert)), fraction(k * n))
  const total = minus(add(marks.flat().map(square)), corrected)
  const rows = minus(over(add(byItem.map(square)), fraction(k)), corrected)
  const columns = minus(over(add(byExpert.map(square)), fraction(n)), corrected)
  const error = minus(minus(total, rows), columns)
  const msr = over(rows, fraction(n - 1))
  const msc = over(columns, fraction(k - 1))
  const mse = over(error, fraction((n - 1) * (k - 1)))
  const top = minus(msr, mse)
  const drift = over(minus(msc, mse), fraction(n))
  const ofOne = plus(plus(msr, times(fraction(k - 1), mse)), times(fraction(k), drift))
  const ofMean = plus(msr, drift)
  return {
    single: ofOne.top === 0n ? null : over(top, ofOne),
    mean: ofMean.top === 0n ? null : over(top, ofMean),
  }
}
