import { found, foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { formatBp } from '../../shared/ratio.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** ORG-203 委托合同: what a contract must say, and money kept back until the report is accepted. */
export const ORG_203: RuleHeader = {
  id: 'ORG-203',
  name: '委托合同要素',
  stage: 'evaluation',
  kind: 'check',
  severity: 'error',
  source: cite('jiheng-default', '合同要素参照某省早期中介机构管理规定；尾款在验收后支付'),
}

export const CONTRACT_FIELDS = {
  subject: '委托事项',
  object: '评价对象',
  content: '服务内容',
  period: '期限',
  price: '价款',
  rights: '权利义务',
  breach: '违约责任',
} as const

export type Contract = { readonly [K in keyof typeof CONTRACT_FIELDS]?: string | null } & {
  readonly payments: readonly { readonly share_bp: number; readonly isAfterAcceptance: boolean }[]
}

export function checkContract(contract: Contract): Finding[] {
  const missing = Object.entries(CONTRACT_FIELDS).flatMap(([field, label]) =>
    isWritten(contract[field as keyof typeof CONTRACT_FIELDS])
      ? []
      : [found(ORG_203, `合同没有写明“${label}”，请补充。`, { field })],
  )
  const sum = contract.payments.reduce((total, { share_bp }) => total + share_bp, 0)
  const hasLast = contract.payments.some(
    ({ isAfterAcceptance, share_bp }) => isAfterAcceptance && share_bp > 0,
  )
  return [
    ...missing,
    ...foundIf(sum !== 10_000, ORG_203, `各期付款合计${formatBp(sum)}，应为100%，请改正。`, {
      field: 'payments',
    }),
    ...foundIf(!hasLast, ORG_203, '至少有一期款项应在报告验收后支付，请改正付款安排。', {
      field: 'payments',
    }),
  ]
}
