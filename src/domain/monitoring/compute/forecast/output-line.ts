import type { Explained } from '../../../shared/explanation.ts'
import {
  type Fraction,
  fraction,
  minus,
  ONE,
  over,
  plus,
  smaller,
  times,
  toDecimal,
  ZERO,
} from '../../../shared/fraction.ts'
import { formatPercent } from '../../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../../shared/rule-header.ts'
import { formatWeight, type Score_x100 } from '../../../shared/score.ts'
import { cite } from '../../../shared/sources.ts'

export const MON_021: RuleHeader = {
  id: 'MON-021',
  name: '产出进度线',
  stage: 'monitoring',
  kind: 'compute',
  source: cite('jiheng-default', '累计指标按分值加权，超额不抵欠账'),
}

/** A cumulative indicator at one month. */
export type OutputPart = {
  readonly name: string
  readonly weight_x100: Score_x100
  /** Done ÷ annual value; nothing where it was not reported. */
  readonly reached: Fraction | undefined
  /** What should be done by then, as a share of the annual value. */
  readonly planned: Fraction
}

export type OutputLine = {
  /** Weight of what is reached over all weight, both as `_x100`; nothing without a cumulative indicator. */
  readonly reached: Fraction | null
  readonly planned: Fraction | null
}

/** MON-021 without its reason in words. */
export function findOutputLine(parts: readonly OutputPart[]): OutputLine {
  const told = parts.filter((part) => part.weight_x100 > 0 && part.reached !== undefined)
  const whole = told.reduce((sum, { weight_x100 }) => sum + weight_x100, 0)
  if (whole === 0) return { reached: null, planned: null }
  const weighted = (shareOf: (part: OutputPart) => Fraction) =>
    told.reduce((sum, part) => plus(sum, times(fraction(part.weight_x100), capped(shareOf(part)))), ZERO)
  return {
    reached: over(
      weighted(({ reached }) => reached ?? ZERO),
      fraction(whole),
    ),
    planned: over(
      weighted(({ planned }) => planned),
      fraction(whole),
    ),
  }
}

/** What is more than done makes up for nothing else; what went below nothing counts as nothing. */
function capped(share: Fraction): Fraction {
  return share.top < 0n ? ZERO : smaller(share, ONE)
}

/** MON-021: one line for all cumulative indicators of a project, by their weights, each at most whole. */
export function computeOutputLine(parts: readonly OutputPart[], month: number): Explained<OutputLine> {
  const { reached, planned } = findOutputLine(parts)
  const shown = reached && planned ? formatPercent(toDecimal(reached)) : '不适用'
  return {
    reached,
    planned,
    explanation: explain(MON_021, {
      sentence:
        reached && planned
          ? `1—${month}月产出进度${shown}，应完成${formatPercent(toDecimal(planned))}，相差${formatPercent(toDecimal(minus(reached, planned)))}。`
          : '没有可以累计的数量指标，不画产出进度线。',
      inputs: parts.map((part) => ({
        label: part.name,
        value: `${part.reached ? formatPercent(toDecimal(part.reached)) : '未填'}（分值${formatWeight(part.weight_x100)}）`,
      })),
      formula: '各累计指标完成比例（超过100%按100%）按分值加权平均',
      result: shown,
    }),
  }
}
