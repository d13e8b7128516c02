import type { DimensionCode, ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { formatBp } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'
import type { PanelSheet } from './panel-score.ts'

export const EXA_004: RuleHeader = {
  id: 'EXA-004',
  name: '专家评分分歧',
  stage: 'exante',
  kind: 'compute',
  source: cite('jiheng-default'),
  parameters: ['exante.spread_warning'],
}

/** EXA-004: when experts differ by more than the bound, the lead expert explains in writing. */
export function computeSpread(
  sheets: readonly PanelSheet[],
  rules: ParameterReader,
): Explained<{
  readonly total_x100: Score_x100
  readonly wideDimensions: readonly DimensionCode[]
  readonly needsNote: boolean
}> {
  const bound = rules.value('exante.spread_warning')
  const total_x100 = range(sheets.map((sheet) => sheet.total_x100))
  const codes = [...new Set(sheets.flatMap((sheet) => sheet.dimensions.map((d) => d.code)))]
  const wide = codes.flatMap((code) => {
    const own = sheets.flatMap((sheet) => sheet.dimensions.filter((d) => d.code === code))
    const first = own[0]
    const gap = range(own.map((d) => d.score_x100))
    return first && gap * 10_000 > first.points_x100 * bound.value.dimension_bp ? [first] : []
  })
  const isTotalWide = total_x100 > bound.value.total_x100
  const needsNote = isTotalWide || wide.length > 0
  const reasons = [
    ...(isTotalWide ? [`总分最高与最低相差${formatScore(total_x100)}分`] : []),
    ...wide.map((d) => `“${d.label}”分歧较大`),
  ]
  return {
    total_x100,
    wideDimensions: wide.map((d) => d.code),
    needsNote,
    explanation: explain(EXA_004, {
      sentence: needsNote ? `${reasons.join('，')}，请组长书面说明。` : '专家评分没有明显分歧。',
      inputs: sheets.map(({ rater, total_x100: score }) => ({ label: rater, value: formatScore(score) })),
      parameters: [bound],
      formula: `总分差 > ${formatWeight(bound.value.total_x100)}分，或维度差 > 维度分值的${formatBp(bound.value.dimension_bp)}`,
      result: needsNote ? '需要说明' : '无分歧',
    }),
  }
}

function range(scores: readonly Score_x100[]): Score_x100 {
  return scores.length === 0 ? 0 : Math.max(...scores) - Math.min(...scores)
}
