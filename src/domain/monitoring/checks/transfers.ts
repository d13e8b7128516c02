import type { MonitoringFindingContent } from '../../forms/contents.ts'
import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { findFen, formatWanYuan, sumFen } from '../../shared/money.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { computeReallocationBalance } from '../compute/reallocation-balance.ts'

/** MON-033 调剂明细平衡: a transfer names where the money goes, to the fen. */
export const MON_033: RuleHeader = {
  id: 'MON-033',
  name: '调剂明细平衡',
  stage: 'monitoring',
  kind: 'gate',
  severity: 'error',
  source: cite('law-budget', '第七十二条'),
}

const WHERE = { section: 'opinion', field: 'transfers' }

/** Only of an opinion to reallocate: both sides filled in, equal to each other and to the amount. */
export function checkTransfers({ opinionType, transfers, amount_fen }: MonitoringFindingContent): Finding[] {
  const rows = transfers ?? []
  if (opinionType !== 'reallocate') {
    const words = '处理意见不是调剂预算，请删去调剂明细，或改选“调剂预算”。'
    return foundIf(rows.length > 0, MON_033, words, WHERE)
  }
  const sumOf = (side: 'out' | 'in') =>
    rows.filter(({ direction }) => direction === side).map((row) => findFen(row.amount_fen) ?? 0n)
  const [out, into] = [sumOf('out'), sumOf('in')]
  if (out.length === 0 || into.length === 0)
    return foundIf(true, MON_033, '调剂预算须逐笔写明调出和调入的项目和金额，请填写“调剂明细”。', WHERE)
  const balance = computeReallocationBalance({ out_fen: out, in_fen: into })
  const amount = findFen(amount_fen)
  return [
    ...foundIf(!balance.isBalanced, MON_033, balance.explanation.sentence, WHERE),
    ...foundIf(
      amount !== undefined && sumFen(out) !== amount,
      MON_033,
      `调出合计${formatWanYuan(sumFen(out))}万元，与涉及金额${formatWanYuan(amount ?? 0n)}万元不一致，请核对。`,
      WHERE,
    ),
  ]
}
