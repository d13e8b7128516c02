import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

export const ORG_004: RuleHeader = {
  id: 'ORG-004',
  name: '评价报告验收得分',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('jiheng-default', '第三方评价报告的验收'),
  parameters: ['evaluation.report_acceptance'],
}

export const ACCEPTANCES = { accept: '验收通过', revise: '修改后再验收', redo: '重新评价' } as const
export type Acceptance = keyof typeof ACCEPTANCES

/**
 * ORG-004: points of each item in the order of the parameter, none above its item; from the upper line
 * on accepted, below the lower one done again.
 */
export function computeReportAcceptance(
  points_x100: readonly (Score_x100 | null)[],
  rules: ParameterReader,
): Explained<{ readonly total_x100: Score_x100 | null; readonly verdict: Acceptance | null }> {
  const parameter = rules.value('evaluation.report_acceptance')
  const { items, redoBelow_x100, reviseBelow_x100 } = parameter.value
  const given = items.map((item, index) => ({ item, points: points_x100[index] ?? null }))
  const wrong = given.find(({ item, points }) => points === null || points < 0 || points > item.points_x100)
  const total_x100 = wrong ? null : given.reduce((sum, { points }) => sum + (points ?? 0), 0)
  const verdict =
    total_x100 === null
      ? null
      : total_x100 < redoBelow_x100
        ? 'redo'
        : total_x100 < reviseBelow_x100
          ? 'revise'
          : 'accept'
  return {
    total_x100,
    verdict,
    explanation: explain(ORG_004, {
      sentence:
        total_x100 === null || verdict === null
          ? `“${wrong?.item.label ?? ''}”没有打分或超过${formatWeight(wrong?.item.points_x100 ?? 0)}分，请改正。`
          : `验收得${formatScore(total_x100)}分，${ACCEPTANCES[verdict]}。`,
      inputs: given.map(({ item, points }) => ({
        label: item.label,
        value: `${points === null ? '待评' : formatScore(points)}/${formatWeight(item.points_x100)}`,
      })),
      parameters: [parameter],
      formula: `各项之和；${formatWeight(reviseBelow_x100)}分及以上通过，低于${formatWeight(redoBelow_x100)}分重新评价，其间修改`,
      result: total_x100 === null || verdict === null ? '待评' : ACCEPTANCES[verdict],
    }),
  }
}
