import type { EvaluationSelfContent } from '../../forms/contents.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import { found } from '../../shared/check.ts'
import type { Decimal } from '../../shared/decimal.ts'
import type { Finding } from '../../shared/finding.ts'
import { formatPercent } from '../../shared/ratio.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EVA-103 超额完成: far above the target is flagged and explained, never punished by itself. */
export const EVA_103: RuleHeader = {
  id: 'EVA-103',
  name: '超额完成须说明原因',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2020-10', '附件1填报说明'),
  parameters: ['evaluation.over_achievement_flag'],
}

/** @param over by how much each row exceeded its target (0.2 is 20 %), in the order of `scores` */
export function checkOverAchievement(
  { scores }: EvaluationSelfContent,
  over: readonly (Decimal | undefined)[],
  rules: ParameterReader,
): Finding[] {
  const { ratio_bp } = rules.value('evaluation.over_achievement_flag').value
  return (scores ?? []).flatMap((row, index) => {
    const excess = over[index]
    if (excess === undefined || excess.times(10_000).lte(ratio_bp) || row.overReason) return []
    const where = { section: 'scores', field: 'scores', row: index, column: 'overReason' }
    const message = `“${row.name ?? ''}”超过指标值 ${formatPercent(excess)}，请选择超额完成原因。`
    return [found(EVA_103, message, where)]
  })
}
