import { findDecimal } from '../../shared/decimal.ts'
import type { Explained } from '../../shared/explanation.ts'
import { formatRatio, type Ratio, ratioOf } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_006: RuleHeader = {
  id: 'EVA-006',
  name: '实际完成率与质量达标率',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('cz-2020-10', '附件2 产出'),
}

/**
 * EVA-006: actual ÷ planned output, and qualified ÷ *actual* output (not planned).
 * Amounts are decimal strings in the same unit; a missing or zero base gives no rate.
 */
export function computeOutputRates(output: {
  readonly planned: string
  readonly actual: string
  readonly qualified: string
}): Explained<{ readonly completionRate: Ratio | undefined; readonly qualityRate: Ratio | undefined }> {
  const [planned, actual, qualified] = [output.planned, output.actual, output.qualified].map(findDecimal)
  const completionRate = planned?.gt(0) && actual ? ratioOf(actual, planned) : undefined
  const qualityRate = actual?.gt(0) && qualified ? ratioOf(qualified, actual) : undefined
  return {
    completionRate,
    qualityRate,
    explanation: explain(EVA_006, {
      sentence: `实际完成率${formatRatio(completionRate)}，质量达标率${formatRatio(qualityRate)}；达标率以实际产出数为分母。`,
      inputs: [
        { label: '计划产出数', value: output.planned },
        { label: '实际产出数', value: output.actual },
        { label: '质量达标产出数', value: output.qualified },
      ],
      formula: '完成率 = 实际产出数 ÷ 计划产出数；达标率 = 质量达标产出数 ÷ 实际产出数',
      result: `完成率${formatRatio(completionRate)}，达标率${formatRatio(qualityRate)}`,
      rounding: '显示两位小数，计分用未取整的比率',
    }),
  }
}
