import { found, foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-113 目标调整申请: why, what from and to, with which money; who decides is the workflow's. */
export const TGT_113: RuleHeader = {
  id: 'TGT-113',
  name: '目标调整申请完整',
  stage: 'targets',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2015-88', '绩效目标的调整'),
}

export type AdjustmentRequest = {
  readonly reasonClass?: 'policy' | 'emergency' | 'budget' | 'other' | null
  readonly reasonText?: string | null
  /** Old and new of everything touched, in words. */
  readonly pairs: readonly { readonly name: string; readonly from: string; readonly to: string }[]
  /** The explicit word that money stays, or how the budget changes with it. */
  readonly moneyChange?: 'none' | 'reallocation' | 'budgetAdjustment' | null
  /** Whether the annual or the period money is among the pairs. */
  readonly isMoneyTouched: boolean
  /** The budget line that changes with it. */
  readonly budgetLineId?: string | null
  readonly budgetChangeNumber?: string | null
  readonly unitCostReason?: string | null
  /** From TGT-005: the quantity indicators of which one unit becomes dearer, with the change in words. */
  readonly dearer: readonly string[]
  /** Quantity indicators taken out while the money stays: nothing to compare their unit cost with. */
  readonly uncounted?: readonly string[]
  /** Indicators that are taken out and changed at once. */
  readonly contradictory?: readonly string[]
  /** Added indicators that bear the name of one that stays. */
  readonly twins?: readonly string[]
}

export function checkAdjustmentRequest(request: AdjustmentRequest): Finding[] {
  const { moneyChange, isMoneyTouched } = request
  const at = (field: string) => ({ section: SECTIONS[field] ?? 'reason', field })
  const same = request.pairs.filter(({ from, to }) => from.trim() === to.trim())
  const isMoved = moneyChange === 'reallocation' || moneyChange === 'budgetAdjustment'
  return [
    ...foundIf(!request.reasonClass, TGT_113, '请选择调整原因类别。', at('reasonClass')),
    ...foundIf(
      request.reasonClass === 'other' && !isWritten(request.reasonText),
      TGT_113,
      '调整原因为“其他”的，请写明具体理由。',
      at('reasonText'),
    ),
    ...foundIf(
      request.pairs.length === 0,
      TGT_113,
      '没有调整内容，请在需要调整的行填写新值。',
      at('changes'),
    ),
    ...(request.contradictory ?? []).map((name) =>
      found(TGT_113, `“${name}”已选择取消，又填了新值，请只留一样。`, at('changes')),
    ),
    ...(request.twins ?? []).map((name) =>
      found(TGT_113, `新增的“${name}”与已有指标同名，请在原指标的行里填写新值，或改名。`, at('additions')),
    ),
    ...same.map(({ name }) => found(TGT_113, `“${name}”调整前后相同，请清空或改正。`, at('changes'))),
    ...foundIf(
      !moneyChange || (moneyChange === 'none') === isMoneyTouched,
      TGT_113,
      isMoneyTouched
        ? '资金有变动，请选择预算调剂或预算调整。'
        : '资金没有变动的请选择“资金不变”；有变动的请填写新金额。',
      at('moneyChange'),
    ),
    ...foundIf(
      isMoved && !isWritten(request.budgetLineId),
      TGT_113,
      '项目没有已批复的预算，不能变更资金，请先核对项目预算。',
      at('budgetLineId'),
    ),
    ...foundIf(
      isMoved && !isWritten(request.budgetChangeNumber),
      TGT_113,
      moneyChange === 'budgetAdjustment'
        ? '预算调整须经本级人大常委会批准，请填写批准文号。'
        : '请填写预算调剂的依据文号。',
      at('budgetChangeNumber'),
    ),
    ...foundIf(
      request.dearer.length > 0 && !isWritten(request.unitCostReason),
      TGT_113,
      `调整后单位成本上升（${request.dearer.join('；')}），请写明理由。`,
      at('unitCostReason'),
    ),
    ...foundIf(
      (request.uncounted ?? []).length > 0 && !isWritten(request.unitCostReason),
      TGT_113,
      `取消了数量指标“${(request.uncounted ?? []).join('”“')}”，资金没有减少，单位成本无从比较，请写明理由。`,
      at('unitCostReason'),
    ),
  ]
}

const SECTIONS: Readonly<Record<string, string>> = {
  changes: 'indicators',
  additions: 'indicators',
  moneyChange: 'money',
  budgetLineId: 'money',
  budgetChangeNumber: 'money',
  unitCostReason: 'money',
}
