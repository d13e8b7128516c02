import { findDecimal, formatDecimal } from '../../shared/decimal.ts'
import type { Explained } from '../../shared/explanation.ts'
import { fraction, fromBp, roundFraction, times } from '../../shared/fraction.ts'
import { formatBp } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_018: RuleHeader = {
  id: 'EVA-018',
  name: '分档法得分',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('cz-2020-10', '附件2（按档次评分的三级指标）'),
}

/** One step of the scoring standard: from this value on, this share of the weight. */
export type BandStep = { readonly bound: string; readonly share_bp: number }

/**
 * EVA-018 分档法: the best step whose bound the value reaches; on the bound is reached. Where less is
 * better a value reaches every bound it does not exceed. No step reached earns nothing.
 */
export function computeBandScore(input: {
  readonly weight_x100: Score_x100
  readonly value: string | null
  readonly isLowerBetter: boolean
  readonly steps: readonly BandStep[]
}): Explained<{ readonly score_x100: Score_x100 | null; readonly share_bp: number | null }> {
  const { weight_x100, isLowerBetter, steps } = input
  const value = findDecimal(input.value)
  const reached = steps.filter(({ bound }) => {
    const line = findDecimal(bound)
    return value !== undefined && line !== undefined && (isLowerBetter ? value.lte(line) : value.gte(line))
  })
  const share_bp =
    value === undefined || steps.length === 0 ? null : Math.max(0, ...reached.map((s) => s.share_bp))
  const score_x100 =
    share_bp === null ? null : Number(roundFraction(times(fraction(weight_x100), fromBp(share_bp))))
  const sign = isLowerBetter ? '≤' : '≥'
  const result = score_x100 === null ? '不计分' : `${formatScore(score_x100)}分`
  return {
    score_x100,
    share_bp,
    explanation: explain(EVA_018, {
      sentence:
        score_x100 === null || value === undefined
          ? '没有数值或评分档次，不计分。'
          : `数值${formatDecimal(value, 6)}，得分值的${formatBp(share_bp ?? 0)}，计${result}。`,
      inputs: [
        { label: '数值', value: value === undefined ? '未填' : formatDecimal(value, 6) },
        { label: '分值', value: formatWeight(weight_x100) },
      ],
      formula: `${steps.map(({ bound, share_bp: share }) => `${sign}${bound}得${formatBp(share)}`).join('，')}，其余不得分`,
      result,
      rounding: '四舍五入到两位小数',
    }),
  }
}
