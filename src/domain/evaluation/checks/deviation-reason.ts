import type { EvaluationSelfContent } from '../../forms/contents.ts'
import { found, foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { findFen, sumFen } from '../../shared/money.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EVA-102 偏差原因: points lost, and money not spent, are explained. */
export const EVA_102: RuleHeader = {
  id: 'EVA-102',
  name: '未完成指标须说明偏差原因',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2020-10', '附件1 偏差原因分析及改进措施'),
}

/**
 * @param computed_x100 the computed score of each row in the order of `scores`; the unit's own score
 * counts where it gave one
 */
export function checkDeviationReasons(
  content: EvaluationSelfContent,
  computed_x100: readonly (number | null | undefined)[],
): Finding[] {
  const rows = (content.scores ?? []).flatMap((row, index) => {
    const score = row.score_x100 ?? computed_x100[index] ?? null
    const isLost = score !== null && score < (row.weight_x100 ?? 0)
    if (!isLost || isWritten(row.deviationReason)) return []
    const where = { section: 'scores', field: 'scores', row: index, column: 'deviationReason' }
    return [found(EVA_102, `“${row.name ?? ''}”没有得满分，请填写偏差原因和改进措施。`, where)]
  })
  return [...rows, ...checkExecution(content)]
}

function checkExecution({ funds, executionReason }: EvaluationSelfContent): Finding[] {
  const budget = sumFen((funds ?? []).map((row) => findFen(row.adjusted_fen) ?? 0n))
  const executed = sumFen((funds ?? []).map((row) => findFen(row.executed_fen) ?? 0n))
  const message = '全年执行数小于全年预算数，请填写“执行率偏低的原因”。'
  return foundIf(executed < budget && !isWritten(executionReason), EVA_102, message, {
    section: 'funds',
    field: 'executionReason',
  })
}
