import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { formatBp } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatWeight, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_008: RuleHeader = {
  id: 'EVA-008',
  name: '评价指标体系分值结构',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('cz-2020-10', '指标权重'),
  parameters: ['evaluation.output_benefit_minimum_share'],
}

export const FRAMEWORK_LEVELS = {
  decision: '决策',
  process: '过程',
  output: '产出',
  benefit: '效益',
} as const
export type FrameworkLevel = keyof typeof FRAMEWORK_LEVELS

/** EVA-008: the weights make 100, and output and benefit together reach the minimum share. */
export function computeFrameworkWeights(
  rows: readonly { readonly level1: FrameworkLevel; readonly weight_x100: Score_x100 }[],
  rules: ParameterReader,
): Explained<{
  readonly total_x100: Score_x100
  readonly outputBenefit_x100: Score_x100
  readonly isSumRight: boolean
  readonly isShareEnough: boolean
}> {
  const minimum = rules.value('evaluation.output_benefit_minimum_share')
  const weightOf = (levels: readonly FrameworkLevel[]) =>
    rows.filter((row) => levels.includes(row.level1)).reduce((sum, row) => sum + row.weight_x100, 0)
  const total_x100 = weightOf(['decision', 'process', 'output', 'benefit'])
  const outputBenefit_x100 = weightOf(['output', 'benefit'])
  const isSumRight = total_x100 === 100_00
  const isShareEnough = outputBenefit_x100 >= minimum.value.share_bp
  const sumWords = isSumRight ? '合计100分' : `合计${formatWeight(total_x100)}分，应为100分`
  const shareWords = `产出和效益${formatWeight(outputBenefit_x100)}分，${isShareEnough ? '不低于' : '低于'}${formatBp(minimum.value.share_bp)}`
  return {
    total_x100,
    outputBenefit_x100,
    isSumRight,
    isShareEnough,
    explanation: explain(EVA_008, {
      sentence: `${sumWords}；${shareWords}。`,
      inputs: Object.entries(FRAMEWORK_LEVELS).map(([level, label]) => ({
        label,
        value: `${formatWeight(weightOf([level as FrameworkLevel]))}分`,
      })),
      parameters: [minimum],
      formula: `决策 + 过程 + 产出 + 效益 = 100；产出 + 效益 ≥ ${formatBp(minimum.value.share_bp)}`,
      result: isSumRight && isShareEnough ? '符合' : '不符合',
    }),
  }
}
