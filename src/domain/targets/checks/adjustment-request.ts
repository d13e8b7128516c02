import { found, foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-113 目标调整申请: why, what from and to, with which money, decided by whom. */
export const TGT_113: RuleHeader = {
  id: 'TGT-113',
  name: '目标调整申请完整',
  stage: 'targets',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2015-88', '绩效目标的调整'),
}

export const ADJUSTMENT_REASONS = {
  policy: '政策变化',
  emergency: '突发事件',
  budget: '预算调整',
  other: '其他',
} as const

export type AdjustmentRequest = {
  readonly reason?: keyof typeof ADJUSTMENT_REASONS | null
  readonly reasonText?: string | null
  /** Old and new value of each indicator touched, as text. */
  readonly changes: readonly { readonly name: string; readonly from: string; readonly to: string }[]
  /** The linked change of the budget, or the explicit word that money stays as it is. */
  readonly budgetChangeId?: string | null
  readonly isMoneyUnchanged?: boolean | null
  readonly approver?: string | null
  /** From TGT-005: fewer for the same money is dearer, and that needs words. */
  readonly isUnitCostRaised?: boolean
}

export function checkAdjustmentRequest(request: AdjustmentRequest): Finding[] {
  const hasText = isWritten(request.reasonText)
  const same = request.changes.filter(({ from, to }) => from.trim() === to.trim())
  const hasBudget = isWritten(request.budgetChangeId)
  return [
    ...foundIf(!request.reason, TGT_113, '请选择调整原因。', { field: 'reason' }),
    ...foundIf(request.reason === 'other' && !hasText, TGT_113, '调整原因为“其他”的，请写明具体原因。', {
      field: 'reasonText',
    }),
    ...foundIf(request.isUnitCostRaised === true && !hasText, TGT_113, '调整后单位成本上升，请写明理由。', {
      field: 'reasonText',
    }),
    ...foundIf(request.changes.length === 0, TGT_113, '没有调整内容，请列出调整前后的指标值。', {
      field: 'changes',
    }),
    ...same.map(({ name }) => found(TGT_113, `“${name}”调整前后相同，请删除或改正。`, { field: 'changes' })),
    ...foundIf(
      hasBudget === (request.isMoneyUnchanged === true),
      TGT_113,
      '请关联预算调整事项，或明确“资金不变”，二者填且只填一项。',
      { field: 'budgetChangeId' },
    ),
    ...foundIf(!isWritten(request.approver), TGT_113, '请写明批准人。', { field: 'approver' }),
  ]
}
