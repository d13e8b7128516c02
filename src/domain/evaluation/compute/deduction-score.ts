import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_019: RuleHeader = {
  id: 'EVA-019',
  name: '扣分法得分',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('cz-2020-10', '附件2（按扣分评分的三级指标）'),
}

/** EVA-019 扣分法: the weight less what each fault costs; nothing is the least. */
export function computeDeductionScore(input: {
  readonly weight_x100: Score_x100
  readonly faults: readonly {
    readonly label: string
    readonly count: number
    readonly each_x100: Score_x100
  }[]
}): Explained<{ readonly score_x100: Score_x100; readonly deducted_x100: Score_x100 }> {
  const { weight_x100, faults } = input
  const asked = faults.reduce((sum, { count, each_x100 }) => sum + count * each_x100, 0)
  const deducted_x100 = Math.min(weight_x100, asked)
  const score_x100 = weight_x100 - deducted_x100
  const result = `${formatScore(score_x100)}分`
  return {
    score_x100,
    deducted_x100,
    explanation: explain(EVA_019, {
      sentence:
        asked === 0
          ? `没有扣分事项，得${result}。`
          : `应扣${formatScore(asked)}分${asked > weight_x100 ? '，扣完为止' : ''}，分值${formatWeight(weight_x100)}分，得${result}。`,
      inputs: faults.map(({ label, count, each_x100 }) => ({
        label,
        value: `${count}处，每处扣${formatWeight(each_x100)}分`,
      })),
      formula: '分值 − Σ（处数 × 每处扣分），扣完为止',
      result,
    }),
  }
}
