import type { Decimal } from '../../shared/decimal.ts'
import type { Explained } from '../../shared/explanation.ts'
import { toDecimal } from '../../shared/fraction.ts'
import { type Fen, formatWanYuan, sumFen } from '../../shared/money.ts'
import { formatPercent, formatRatio, type Ratio, ratioOf } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { LIGHTS, type Light } from './light.ts'
import { shareOf } from './target-progress.ts'

export const MON_061: RuleHeader = {
  id: 'MON-061',
  name: '监控汇总',
  stage: 'monitoring',
  kind: 'compute',
  source: cite('jiheng-default', '分地区、部门汇总，分子分母分别相加'),
}

/** The rounds of a group under one light. */
export type LightSums = {
  readonly light: Light | 'unreported'
  readonly projects: number
  readonly adjusted_fen: Fen
  readonly paid_fen: Fen
  /** Weight × share reached, in millionths. */
  readonly reached: bigint
  readonly weight_x100: bigint
}

const WORDS: Readonly<Record<LightSums['light'], string>> = { ...LIGHTS, unreported: '未报送' }

/**
 * MON-061 监控汇总: a group's execution rate and weighted target progress are sums over sums, never the mean
 * of rates. Projects that have not reported count among the projects and in no rate.
 */
export function computeOverviewRates(sums: readonly LightSums[]): Explained<{
  readonly projects: number
  readonly reported: number
  readonly adjusted_fen: Fen
  readonly paid_fen: Fen
  readonly rate: Ratio | undefined
  readonly progress: Decimal | null
}> {
  const projects = total(sums, ({ projects: count }) => count)
  const reported = total(sums, ({ light, projects: count }) => (light === 'unreported' ? 0 : count))
  const adjusted_fen = sumFen(sums.map((one) => one.adjusted_fen))
  const paid_fen = sumFen(sums.map((one) => one.paid_fen))
  const rate = ratioOf(paid_fen, adjusted_fen)
  const share = shareOf(
    sums.reduce((sum, { reached }) => sum + reached, 0n),
    sums.reduce((sum, { weight_x100 }) => sum + weight_x100, 0n),
  )
  const progress = share ? toDecimal(share) : null
  return {
    projects,
    reported,
    adjusted_fen,
    paid_fen,
    rate,
    progress,
    explanation: explain(MON_061, {
      sentence: `${projects}个项目中${reported}个已报送；执行数${formatWanYuan(paid_fen)}万元，占调整后预算${formatWanYuan(adjusted_fen)}万元的${formatRatio(rate)}；绩效目标加权完成${progress ? formatPercent(progress) : '不适用'}。`,
      inputs: sums.map(({ light, projects: count, adjusted_fen: budget, paid_fen: paid }) => ({
        label: WORDS[light],
        value: `${count}个，预算${formatWanYuan(budget)}万元，执行${formatWanYuan(paid)}万元`,
        from: '各项目最近一次报送的监控表',
      })),
      formula: '∑执行数 ÷ ∑调整后预算数；∑（分值 × 完成比例）÷ ∑分值',
      result: `执行率${formatRatio(rate)}，目标完成${progress ? formatPercent(progress) : '不适用'}`,
      rounding: '百分数保留两位小数',
    }),
  }
}

function total(sums: readonly LightSums[], of: (one: LightSums) => number): number {
  return sums.reduce((sum, one) => sum + of(one), 0)
}
