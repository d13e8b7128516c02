import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

export const ORG_007: RuleHeader = {
  id: 'ORG-007',
  name: '专家年度考核',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('local-expert-appraisal', '百分制考核表'),
  standing: 'seen',
  parameters: ['evaluation.expert_appraisal'],
}

export const APPRAISALS = { excellent: '优秀', good: '中等', pass: '合格', fail: '不合格' } as const
export type Appraisal = keyof typeof APPRAISALS

/** ORG-007: points of each item in the order of the parameter; a total on the bound takes the higher class. */
export function computeExpertAppraisal(
  points_x100: readonly (Score_x100 | null)[],
  rules: ParameterReader,
): Explained<{ readonly total_x100: Score_x100 | null; readonly appraisal: Appraisal | null }> {
  const parameter = rules.value('evaluation.expert_appraisal')
  const { items, excellent_x100, good_x100, pass_x100 } = parameter.value
  const given = items.map((item, index) => ({ item, points: points_x100[index] ?? null }))
  const wrong = given.find(({ item, points }) => points === null || points < 0 || points > item.points_x100)
  const total_x100 = wrong ? null : given.reduce((sum, { points }) => sum + (points ?? 0), 0)
  const bounds = { excellent: excellent_x100, good: good_x100, pass: pass_x100, fail: 0 }
  const appraisal =
    total_x100 === null
      ? null
      : ((Object.keys(APPRAISALS) as Appraisal[]).find((each) => total_x100 >= bounds[each]) ?? 'fail')
  return {
    total_x100,
    appraisal,
    explanation: explain(ORG_007, {
      sentence:
        total_x100 === null || appraisal === null
          ? `“${wrong?.item.label ?? ''}”没有打分或超过${formatWeight(wrong?.item.points_x100 ?? 0)}分，请改正。`
          : `考核得${formatScore(total_x100)}分，${APPRAISALS[appraisal]}。`,
      inputs: given.map(({ item, points }) => ({
        label: item.label,
        value: `${points === null ? '待评' : formatScore(points)}/${formatWeight(item.points_x100)}`,
      })),
      parameters: [parameter],
      formula: parameter.use.value,
      result: appraisal === null ? '待评' : APPRAISALS[appraisal],
    }),
  }
}
