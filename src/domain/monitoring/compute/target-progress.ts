import { Decimal } from '../../shared/decimal.ts'
import type { Explained } from '../../shared/explanation.ts'
import { type Fraction, fraction, toDecimal } from '../../shared/fraction.ts'
import { formatPercent, formatPoints } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatWeight, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'
import { gapWords } from './execution-progress.ts'

export const MON_060: RuleHeader = {
  id: 'MON-060',
  name: '加权目标完成进度',
  stage: 'monitoring',
  kind: 'compute',
  source: cite('jiheng-default', '按分值加权，超额不冲抵未完成'),
}

const MILLION = 1_000_000

/** One indicator of a round: the share reached and the share that should be reached by now. */
export type WeightedProgress = {
  readonly name: string
  readonly weight_x100: Score_x100
  readonly progress: Decimal | null
  readonly planned: Decimal
}

/** Weight times share, in millionths; whole numbers add up to the same in any order. */
export type TargetSums = {
  readonly reached: bigint
  readonly due: bigint
  /** Of the indicators that can be compared. */
  readonly weight_x100: Score_x100
}

/** MON-060 without its reason: what a round adds to the sums of its place. */
export function findTargetSums(rows: readonly WeightedProgress[]): TargetSums {
  let [reached, due, weight_x100] = [0n, 0n, 0]
  for (const { progress, planned, weight_x100: weight } of rows) {
    if (progress === null) continue
    reached += BigInt(weight) * millionths(progress)
    due += BigInt(weight) * millionths(planned)
    weight_x100 += weight
  }
  return { reached, due, weight_x100 }
}

/** Share reached, and reached less due, of sums; nothing where no indicator can be compared. */
export function shareOf(part: bigint, weight_x100: number | bigint): Fraction | undefined {
  const weight = BigInt(weight_x100)
  return weight === 0n ? undefined : fraction(part, weight * BigInt(MILLION))
}

/**
 * MON-060 加权目标完成进度: each indicator's share reached, at most 1 and at least 0, to six decimals, by its
 * weight; what is done beyond an indicator's value does not make up for another. Indicators in words and
 * milestones not yet reached have no share and are left out.
 */
export function computeTargetProgress(
  rows: readonly WeightedProgress[],
): Explained<TargetSums & { readonly progress: Decimal | null; readonly gap: Decimal | null }> {
  const sums = findTargetSums(rows)
  const [reached, gap] = [sums.reached, sums.reached - sums.due].map((part) => {
    const share = shareOf(part, sums.weight_x100)
    return share ? toDecimal(share) : null
  }) as [Decimal | null, Decimal | null]
  const compared = rows.filter(({ progress }) => progress !== null)
  return {
    ...sums,
    progress: reached,
    gap,
    explanation: explain(MON_060, {
      sentence:
        reached === null || gap === null
          ? '没有可以按数值比较的指标，加权完成进度不适用。'
          : `${compared.length}项可比指标加权完成${formatPercent(reached)}，比应完成进度${gapWords(gap)}。`,
      inputs: rows.map(({ name, weight_x100, progress, planned }) => ({
        label: `${name}（分值${formatWeight(weight_x100)}）`,
        value:
          progress === null ? '不比较' : `完成${formatPercent(progress)}，应完成${formatPercent(planned)}`,
      })),
      formula: '∑（分值 × 完成比例）÷ ∑分值，完成比例最高100%；再减按同样方法计算的应完成进度',
      result: reached === null || gap === null ? '不适用' : `${formatPercent(reached)}，${formatPoints(gap)}`,
      rounding: '完成比例保留六位小数后加权',
    }),
  }
}

/** Capped at 1, rounded half up to six decimals before anything is weighted. */
function millionths(share: Decimal): bigint {
  return BigInt(Decimal.min(1, Decimal.max(0, share)).times(MILLION).toFixed(0))
}
