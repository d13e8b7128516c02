import { found } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { findFen, formatWanYuan } from '../../shared/money.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-202 同步批复: target and budget are approved in one act, for the same amount. */
export const TGT_202: RuleHeader = {
  id: 'TGT-202',
  name: '绩效目标与预算同步批复',
  stage: 'targets',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（二）同步申报、同步审核、同步批复、同步公开'),
}

/** Asked when a target is to be approved; the same act approves the budget line. */
export function checkSynchronousApproval(input: {
  readonly target: { readonly total_fen?: string | null | undefined }
  readonly budgetLine?:
    | { readonly state: string; readonly arranged_fen?: string | null | undefined }
    | undefined
}): Finding[] {
  const { budgetLine, target } = input
  const where = { section: 'money', field: 'total_fen' }
  if (budgetLine?.state !== 'arranged') {
    return [found(TGT_202, '项目预算还没有安排，不能单独批复绩效目标，请先由业务股安排预算。', where)]
  }
  const arranged = findFen(budgetLine.arranged_fen)
  const total = findFen(target.total_fen)
  if (arranged === undefined || total === undefined || arranged === total) return []
  const message = `绩效目标资金 ${formatWanYuan(total)} 万元与预算安排 ${formatWanYuan(arranged)} 万元不一致，请先调整一致。`
  return [found(TGT_202, message, where)]
}
