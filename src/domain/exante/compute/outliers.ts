import type { DimensionCode, ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { type Fraction, fraction, minus } from '../../shared/fraction.ts'
import { formatBp } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'
import type { PanelSheet } from './panel-score.ts'

export const EXA_026: RuleHeader = {
  id: 'EXA-026',
  name: '专家评分明显偏离',
  stage: 'exante',
  kind: 'compute',
  source: cite('jiheng-default', '偏离大的评分由组长书面说明'),
  parameters: ['exante.outlier'],
}

/** Whose score lies far from the others, and in what: nothing named is the total. */
export type Outlier = { readonly rater: string; readonly dimension: DimensionCode | null }

/**
 * EXA-026: an expert's total, or the points of one dimension, against the median of the other experts.
 * Asked only from so many experts on; exactly on the bound is not yet far.
 */
export function computeOutliers(
  sheets: readonly PanelSheet[],
  rules: ParameterReader,
): Explained<{ readonly outliers: readonly Outlier[]; readonly reasons: readonly string[] }> {
  const bound = rules.value('exante.outlier')
  const { raters, total_x100, dimension_bp } = bound.value
  const found = sheets.length < raters ? [] : sheets.flatMap((sheet) => farOf(sheet, sheets, bound.value))
  const reasons = found.map(({ reason }) => reason)
  return {
    outliers: found.map(({ rater, dimension }) => ({ rater, dimension })),
    reasons,
    explanation: explain(EXA_026, {
      sentence:
        sheets.length < raters
          ? `评分不足${raters}人，不判断偏离。`
          : reasons.length === 0
            ? '没有明显偏离的评分。'
            : `${reasons.join('；')}，请组长书面说明。`,
      inputs: sheets.map(({ rater, total_x100: score }) => ({ label: rater, value: formatScore(score) })),
      parameters: [bound],
      formula: `与其他专家中位数之差 > ${formatWeight(total_x100)}分，或 > 维度分值的${formatBp(dimension_bp)}`,
      result: reasons.length === 0 ? '没有' : `${reasons.length}处`,
    }),
  }
}

type Bound = { readonly total_x100: Score_x100; readonly dimension_bp: number }
type Far = Outlier & { readonly reason: string }

function farOf(sheet: PanelSheet, sheets: readonly PanelSheet[], bound: Bound): Far[] {
  const others = sheets.filter((other) => other !== sheet)
  const { rater } = sheet
  const total = distance(
    sheet.total_x100,
    others.map((other) => other.total_x100),
  )
  const inTotal = isAbove(total, bound.total_x100)
    ? [{ rater, dimension: null, reason: `${rater}总分${formatScore(sheet.total_x100)}与其他专家相差较大` }]
    : []
  const inDimensions = sheet.dimensions.flatMap(({ code, label, points_x100, score_x100 }) => {
    const own = others.flatMap(({ dimensions }) => dimensions.filter((one) => one.code === code))
    const gap = distance(
      score_x100,
      own.map((one) => one.score_x100),
    )
    const isFar = gap.top * 10_000n > gap.bottom * BigInt(points_x100) * BigInt(bound.dimension_bp)
    return isFar
      ? [
          {
            rater,
            dimension: code,
            reason: `${rater}“${label}”得${formatScore(score_x100)}分，与其他专家相差较大`,
          },
        ]
      : []
  })
  return [...inTotal, ...inDimensions]
}

/** How far a score lies from the median of the others; halves stay exact. */
function distance(score: Score_x100, others: readonly Score_x100[]): Fraction {
  if (others.length === 0) return fraction(0)
  const ordered = others.toSorted((a, b) => a - b)
  const middle = Math.floor(ordered.length / 2)
  const upper = ordered[middle] ?? 0
  const lower = ordered.length % 2 === 0 ? (ordered[middle - 1] ?? upper) : upper
  const gap = minus(fraction(score), fraction(upper + lower, 2))
  return gap.top < 0n ? { ...gap, top: -gap.top } : gap
}

function isAbove(value: Fraction, bound: number): boolean {
  return value.top > value.bottom * BigInt(bound)
}
