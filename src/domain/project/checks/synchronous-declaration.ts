import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { type Fen, findFen, formatWanYuan } from '../../shared/money.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-203 同步申报: budget and target go up together, and not for more than the evaluation suggests. */
export const TGT_203: RuleHeader = {
  id: 'TGT-203',
  name: '绩效目标与预算同步申报',
  stage: 'targets',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（二）同步申报、同步审核、同步批复、同步公开'),
}

/** States of a target sheet in which nothing has been declared, or nothing of it is left. */
const NOT_DECLARED = ['draft', 'refused']

/** Asked when a unit applies for its budget. */
export function checkSynchronousDeclaration(input: {
  /** The newest target sheet; absent when there is none. */
  readonly target?: { readonly state: string; readonly total_fen?: string | null | undefined } | undefined
  readonly requested_fen?: string | null | undefined
  /** What the approved evaluation suggests; absent without one. */
  readonly suggested_fen?: string | null | undefined
}): Finding[] {
  const { target } = input
  const requested = findFen(input.requested_fen)
  const isDeclared = target !== undefined && !NOT_DECLARED.includes(target.state)
  const where = { section: 'request', field: 'requested_fen' }
  const message = '绩效目标还没有申报，请先申报绩效目标，再同步申报预算。'
  return [
    ...foundIf(!isDeclared, TGT_203, message, { section: 'request' }),
    ...(requested === undefined
      ? []
      : [
          ...foundIf(
            isDeclared && isOther(requested, findFen(target.total_fen)),
            TGT_203,
            `申请金额 ${formatWanYuan(requested)} 万元与绩效目标的年度资金总额不一致，请调整一致后再申报。`,
            where,
          ),
          ...foundIf(
            isMore(requested, findFen(input.suggested_fen)),
            TGT_203,
            `申请金额 ${formatWanYuan(requested)} 万元高于事前评估建议支持的金额，请按建议金额调减后再申报。`,
            where,
          ),
        ]),
  ]
}

function isOther(requested: Fen, total: Fen | undefined): boolean {
  return total !== undefined && requested !== total
}

function isMore(requested: Fen, suggested: Fen | undefined): boolean {
  return suggested !== undefined && requested > suggested
}
