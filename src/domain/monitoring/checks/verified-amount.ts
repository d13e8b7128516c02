import type { MonitoringFindingContent } from '../../forms/contents.ts'
import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { findFen, formatWanYuan } from '../../shared/money.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** MON-901 落实金额: an opinion about money is verified in money. */
export const MON_901: RuleHeader = {
  id: 'MON-901',
  name: '整改落实金额',
  stage: 'monitoring',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（三）紧盯部门整改情况'),
}

const ABOUT_MONEY = ['reallocate', 'reduce', 'recover']
const WHERE = { section: 'verification', field: 'verifiedAmount_fen' }

/** Missing: an error. Less than decided: shown, because the rest must be explained or followed up. */
export function checkVerifiedAmount(content: MonitoringFindingContent): Finding[] {
  if (!ABOUT_MONEY.includes(content.opinionType ?? '')) return []
  const decided = findFen(content.amount_fen) ?? 0n
  const verified = findFen(content.verifiedAmount_fen)
  const isShort = verified !== undefined && verified < decided
  return [
    ...foundIf(verified === undefined, MON_901, '处理意见涉及资金，请填写经核实的“落实金额”。', WHERE),
    ...foundIf(
      isShort,
      MON_901,
      `落实金额比意见少 ${formatWanYuan(decided - (verified ?? 0n))} 万元，请在“核实情况”中写明其余部分如何处理。`,
      WHERE,
      'warning',
    ),
  ]
}
