import type { ResultsTaskContent } from '../../forms/contents.ts'
import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { findFen, formatYuan, sumFen } from '../../shared/money.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** RES-112 收回资金: told payment by payment, to the fen. */
export const RES_112: RuleHeader = {
  id: 'RES-112',
  name: '收回资金明细',
  stage: 'results',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（五）以评促改'),
}

/** Payments add up to what is said to have come back; without one, money claimed is named. */
export function checkRecoveries({ recover_fen, recovered_fen, recoveries }: ResultsTaskContent): Finding[] {
  const claimed = findFen(recover_fen) ?? 0n
  const said = findFen(recovered_fen) ?? 0n
  const paid = sumFen((recoveries ?? []).map(({ paid_fen }) => findFen(paid_fen) ?? 0n))
  const at = (field: string) => ({ section: 'report', field })
  return [
    ...foundIf(
      paid !== said,
      RES_112,
      `收回资金明细合计${formatYuan(paid)}元，与收回资金${formatYuan(said)}元不一致，请逐笔核对。`,
      at('recoveries'),
    ),
    ...foundIf(
      said < claimed,
      RES_112,
      `应收回${formatYuan(claimed)}元，还差${formatYuan(claimed - said)}元没有收回，请在整改结果中写明原因和安排。`,
      at('recovered_fen'),
      'warning',
    ),
  ]
}
