import { Decimal } from '../../shared/decimal.ts'
import type { Explained } from '../../shared/explanation.ts'
import {
  compareFractions,
  type Fraction,
  fraction,
  over,
  roundFraction,
  times,
  toDecimal,
} from '../../shared/fraction.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const EXA_024: RuleHeader = {
  id: 'EXA-024',
  name: '肯德尔和谐系数W',
  stage: 'exante',
  kind: 'compute',
  source: cite('jiheng-default', '统计方法：Kendall、Babington Smith（1939），并列作校正'),
}

/**
 * EXA-024: Kendall's W over the items, with the correction for ties: whether the experts put the items
 * in the same order, 0 not at all, 1 entirely.
 * @param marks one row per expert, one exact mark per item, the items in the same order
 * @returns `w` exact; `null` with fewer than two experts or items, or when nobody tells items apart
 */
export function computeKendallW(
  marks: readonly (readonly Fraction[])[],
): Explained<{ readonly w: Fraction | null; readonly w_bp: number | null }> {
  const w = kendall(marks)
  const w_bp = w && Number(roundFraction(times(w, fraction(10_000))))
  const result = w === null ? '无法计算' : toDecimal(w).toFixed(4, Decimal.ROUND_HALF_UP)
  return {
    w,
    w_bp,
    explanation: explain(EXA_024, {
      sentence:
        w === null
          ? '专家或要点不足，或者各要点评价都相同，排不出先后，不能计算和谐系数。'
          : `${marks.length}位专家对${marks[0]?.length ?? 0}个要点排序的一致程度为${result}（0 为完全不一致，1 为完全一致）。`,
      inputs: [
        { label: '专家', value: `${marks.length}人` },
        { label: '要点', value: `${marks[0]?.length ?? 0}项` },
      ],
      formula:
        'W = 12S ÷（m²（n³ − n）− mΣT），S 为秩和与平均秩和之差的平方和，T 为每位专家并列的 Σ（t³ − t）',
      result,
      rounding: '精确计算，显示四位小数',
    }),
  }
}

/** Ranks doubled, so that the mean of tied ranks stays whole. */
function doubledRanks(marks: readonly Fraction[]): {
  readonly ranks: readonly bigint[]
  readonly ties: bigint
} {
  const below = (mark: Fraction) => marks.filter((other) => compareFractions(other, mark) < 0).length
  const equal = (mark: Fraction) => marks.filter((other) => compareFractions(other, mark) === 0).length
  const ranks = marks.map((mark) => BigInt(2 * below(mark) + equal(mark) + 1))
  // Each mark of a group of t brings t² − 1, the whole group t³ − t.
  const ties = marks.reduce((sum, mark) => sum + BigInt(equal(mark) ** 2 - 1), 0n)
  return { ranks, ties }
}

function kendall(marks: readonly (readonly Fraction[])[]): Fraction | null {
  const [m, n] = [BigInt(marks.length), BigInt(marks[0]?.length ?? 0)]
  if (m < 2n || n < 2n) return null
  const ranked = marks.map(doubledRanks)
  const sums = ranked[0]?.ranks.map((_rank, item) =>
    ranked.reduce((sum, { ranks }) => sum + (ranks[item] ?? 0n), 0n),
  )
  const mean = m * (n + 1n)
  const squares = (sums ?? []).reduce((sum, one) => sum + (one - mean) ** 2n, 0n)
  const ties = ranked.reduce((sum, one) => sum + one.ties, 0n)
  const bottom = m * m * (n ** 3n - n) - m * ties
  // Doubled ranks make S four times as large: 12 S = 3 × the doubled one.
  return bottom === 0n ? null : over(fraction(3n * squares), fraction(bottom))
}
