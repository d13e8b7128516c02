import { found, foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { type Fen, findFen, formatWanYuan } from '../../shared/money.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-201 绩效目标前置(G2): no reviewed target, no budget; and the target is made for this money. */
export const TGT_201: RuleHeader = {
  id: 'TGT-201',
  name: '绩效目标未设定或未通过审核不得安排预算',
  stage: 'targets',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（二）'),
}

/** States of a target sheet from which on it has passed finance's review. */
const PASSED = ['rechecked', 'approved', 'published']

export type TargetGateInput = {
  /** The newest target sheet; absent when there is none. */
  readonly target?: { readonly state: string; readonly total_fen?: string | null | undefined } | undefined
  readonly arranged_fen?: string | null | undefined
  readonly control_fen?: string | null | undefined
  readonly deviationReason?: string | null | undefined
}

/** G2, asked when a budget line is to be arranged. */
export function checkTargetGate(input: TargetGateInput): Finding[] {
  const { target } = input
  const where = { section: 'arrangement' }
  if (!target) return [found(TGT_201, '项目还没有设定绩效目标，不得安排预算，请单位先申报绩效目标。', where)]
  if (target.state === 'refused') {
    return [found(TGT_201, '绩效目标审核未通过，不得安排预算。', where)]
  }
  if (!PASSED.includes(target.state)) {
    return [found(TGT_201, '绩效目标还没有通过财政复核，不得安排预算，请先办完审核。', where)]
  }
  const arranged = findFen(input.arranged_fen)
  return arranged === undefined
    ? []
    : [...checkTargetMoney(arranged, input), ...checkControl(arranged, input)]
}

function checkTargetMoney(arranged: Fen, { target }: TargetGateInput): Finding[] {
  const total = findFen(target?.total_fen)
  if (total === undefined || total === arranged) return []
  const message = `安排金额 ${formatWanYuan(arranged)} 万元与绩效目标的年度资金总额 ${formatWanYuan(total)} 万元不一致，请退回单位按安排金额调整目标。`
  return [found(TGT_201, message, { section: 'arrangement', field: 'arranged_fen' })]
}

function checkControl(arranged: Fen, { control_fen, deviationReason }: TargetGateInput): Finding[] {
  const control = findFen(control_fen)
  if (control === undefined || arranged <= control) return []
  const message = `安排金额 ${formatWanYuan(arranged)} 万元超过控制数 ${formatWanYuan(control)} 万元，请调减或写明原因。`
  return foundIf(!isWritten(deviationReason), TGT_201, message, {
    section: 'control',
    field: 'deviationReason',
  })
}
