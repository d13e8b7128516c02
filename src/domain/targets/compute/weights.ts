import type { ParameterReader, ParameterValues } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatWeight, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

export const TGT_001: RuleHeader = {
  id: 'TGT-001',
  name: '绩效指标权重',
  stage: 'targets',
  kind: 'compute',
  source: cite('cz-2020-10', '附件1填报说明'),
  parameters: ['targets.level1_weights'],
}

export const LEVEL1 = {
  cost: '成本指标',
  output: '产出指标',
  benefit: '效益指标',
  satisfaction: '满意度指标',
} as const
export type Level1 = keyof typeof LEVEL1

export type LevelWeight = {
  readonly level1: Level1
  readonly label: string
  readonly weight_x100: Score_x100
  readonly expected_x100: Score_x100
  /** Negative: short by so much. */
  readonly difference_x100: Score_x100
}

export type TargetWeights = Explained<{
  readonly levels: readonly LevelWeight[]
  readonly total_x100: Score_x100
  /** 90 on the target form: the execution rate's points are added at self-evaluation. */
  readonly expectedTotal_x100: Score_x100
  readonly isRight: boolean
}>

/**
 * TGT-001: the third-level weights of each first level make its weight, all together 90.
 * Without satisfaction indicators their points go where the parameter says; with cost as a first level
 * of its own the other split applies.
 */
export function computeTargetWeights(
  indicators: readonly { readonly level1: Level1; readonly weight_x100: Score_x100 }[],
  rules: ParameterReader,
): TargetWeights {
  const parameter = rules.value('targets.level1_weights')
  const has = (level1: Level1) => indicators.some((each) => each.level1 === level1)
  const expected = expectedWeights(parameter.value, has('cost'), has('satisfaction'))
  const levels = (Object.keys(LEVEL1) as Level1[])
    .map((level1) => {
      const own = indicators.filter((each) => each.level1 === level1)
      const weight_x100 = own.reduce((sum, each) => sum + each.weight_x100, 0)
      const expected_x100 = expected[level1]
      const difference_x100 = weight_x100 - expected_x100
      return { level1, label: LEVEL1[level1], weight_x100, expected_x100, difference_x100 }
    })
    .filter((level) => level.weight_x100 !== 0 || level.expected_x100 !== 0)
  const total_x100 = levels.reduce((sum, level) => sum + level.weight_x100, 0)
  const expectedTotal_x100 = levels.reduce((sum, level) => sum + level.expected_x100, 0)
  const isRight = levels.every((level) => level.difference_x100 === 0)
  const execution = formatWeight(parameter.value.execution_x100)
  return {
    levels,
    total_x100,
    expectedTotal_x100,
    isRight,
    explanation: explain(TGT_001, {
      sentence: isRight
        ? `各一级指标权重合计${formatWeight(total_x100)}分，加自评时预算执行率${execution}分为100分。`
        : `${levels
            .filter((level) => level.difference_x100 !== 0)
            .map(differenceWords)
            .join('；')}。`,
      inputs: levels.map((level) => ({
        label: level.label,
        value: `${formatWeight(level.weight_x100)}分（应为${formatWeight(level.expected_x100)}分）`,
      })),
      parameters: [parameter],
      formula: `各一级指标下权重之和等于规定分值；合计 + 预算执行率${execution} = 100`,
      result: isRight ? '相符' : '不符',
    }),
  }
}

function expectedWeights(
  weights: ParameterValues['targets.level1_weights'],
  hasCost: boolean,
  hasSatisfaction: boolean,
): Record<Level1, Score_x100> {
  const split = hasCost ? weights.withCost : { ...weights, cost_x100: 0 }
  const moved = hasSatisfaction ? 0 : split.satisfaction_x100
  return {
    cost: split.cost_x100,
    output: split.output_x100 + (weights.withoutSatisfaction === 'output' ? moved : 0),
    benefit: split.benefit_x100 + (weights.withoutSatisfaction === 'benefit' ? moved : 0),
    satisfaction: split.satisfaction_x100 - moved,
  }
}

function differenceWords(level: LevelWeight): string {
  const off = formatWeight(Math.abs(level.difference_x100))
  const word = level.difference_x100 < 0 ? '少' : '多'
  return `${level.label}合计${formatWeight(level.weight_x100)}分，应为${formatWeight(level.expected_x100)}分，${word}${off}分`
}
