import type { ResultsBudgetDecisionContent } from '../../forms/contents.ts'
import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { findFen, formatWanYuan } from '../../shared/money.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** RES-130 基数: what recurs of the approved budget, and nothing that happened once. */
export const RES_130: RuleHeader = {
  id: 'RES-130',
  name: '挂钩决定的基数扣除一次性因素',
  stage: 'results',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default', '基数 = 本年批复预算 − 一次性因素'),
}

/** Asked only where somebody said what was one-off; a base that was always right needs no second figure. */
export function checkDecisionBase(content: ResultsBudgetDecisionContent): Finding[] {
  const [current, oneOff, base] = [content.current_fen, content.oneOff_fen, content.base_fen].map(findFen)
  if (current === undefined || oneOff === undefined || base === undefined) return []
  const expected = current - oneOff
  const message = `基数应为本年预算 ${formatWanYuan(current)} 减一次性因素 ${formatWanYuan(oneOff)}，即 ${formatWanYuan(expected)} 万元，请核对。`
  return foundIf(base !== expected, RES_130, message, { section: 'decision', field: 'base_fen' })
}
