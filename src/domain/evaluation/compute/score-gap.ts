import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_010: RuleHeader = {
  id: 'EVA-010',
  name: '自评与外部评价分差',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('jiheng-default'),
  parameters: ['evaluation.self_external_gap_flag'],
}

/** EVA-010: |self − external|; from the flag on the project is listed for a talk about quality. */
export function computeScoreGap(
  scores: { readonly self_x100: Score_x100; readonly external_x100: Score_x100 },
  rules: ParameterReader,
): Explained<{ readonly gap_x100: Score_x100; readonly isListed: boolean }> {
  const flag = rules.value('evaluation.self_external_gap_flag')
  const gap_x100 = Math.abs(scores.self_x100 - scores.external_x100)
  const isListed = gap_x100 >= flag.value.gap_x100
  return {
    gap_x100,
    isListed,
    explanation: explain(EVA_010, {
      sentence: `自评与外部评价相差${formatScore(gap_x100)}分，${isListed ? '达到' : '未达到'}${formatWeight(flag.value.gap_x100)}分的提示线${isListed ? '，应就自评质量约谈单位' : ''}。`,
      inputs: [
        { label: '自评得分', value: formatScore(scores.self_x100) },
        { label: '外部评价得分', value: formatScore(scores.external_x100) },
      ],
      parameters: [flag],
      formula: '|自评得分 − 外部评价得分|',
      result: `${formatScore(gap_x100)}分`,
    }),
  }
}
