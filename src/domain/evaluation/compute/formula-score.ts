import type { Explained } from '../../shared/explanation.ts'
import {
  fraction,
  fromBp,
  fromRatio,
  larger,
  minus,
  ONE,
  over,
  roundFraction,
  smaller,
  times,
  ZERO,
} from '../../shared/fraction.ts'
import { formatBp, formatRatio, type Ratio } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_017: RuleHeader = {
  id: 'EVA-017',
  name: '公式法得分',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('cz-2020-10', '附件2（按公式计算的三级指标）'),
}

/**
 * EVA-017 公式法: points rise evenly from the rate that earns nothing to the rate that earns all. Both
 * ends are the indicator's own scoring standard; usually 0 % and 100 %. Where less is better (成本), the
 * end that earns nothing is the higher one.
 * @param rate one of the framework's rates; without one there is no score
 */
export function computeFormulaScore(input: {
  readonly weight_x100: Score_x100
  readonly rate: Ratio | undefined
  readonly full_bp: number
  readonly zero_bp: number
}): Explained<{ readonly score_x100: Score_x100 | null }> {
  const { weight_x100, rate, full_bp, zero_bp } = input
  const span = minus(fromBp(full_bp), fromBp(zero_bp))
  const isScored = rate !== undefined && span.top !== 0n
  const share = isScored ? over(minus(fromRatio(rate), fromBp(zero_bp)), span) : ZERO
  const held = larger(ZERO, smaller(ONE, share))
  const score_x100 = isScored ? Number(roundFraction(times(fraction(weight_x100), held))) : null
  const result = score_x100 === null ? '不计分' : `${formatScore(score_x100)}分`
  return {
    score_x100,
    explanation: explain(EVA_017, {
      sentence: `比率${formatRatio(rate)}，分值${formatWeight(weight_x100)}分，${score_x100 === null ? '不计分，请核对数据和评分标准' : `得${result}`}。`,
      inputs: [
        { label: '比率', value: formatRatio(rate) },
        { label: '得满分的比率', value: formatBp(full_bp) },
        { label: '不得分的比率', value: formatBp(zero_bp) },
      ],
      formula: `分值 ×（比率 − ${formatBp(zero_bp)}）÷（${formatBp(full_bp)} − ${formatBp(zero_bp)}），不低于零、不高于分值`,
      result,
      rounding: '比率不取整，得分四舍五入到两位小数',
    }),
  }
}
