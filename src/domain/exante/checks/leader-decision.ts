import type { ExanteEvaluationContent } from '../../forms/contents.ts'
import { found, foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { findFen, formatWanYuan } from '../../shared/money.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EXA-151 领导改变结论: only with a reason, only to something else, and never to more than was asked. */
export const EXA_151: RuleHeader = {
  id: 'EXA-151',
  name: '领导改变评估结论',
  stage: 'exante',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default', '改变评估结论须由分管领导写明理由'),
}

const at = (field: string) => ({ section: 'leaderDecision', field })

/** @param vetoes what barred full support: the leader may go past it, and the finding says so */
export function checkLeaderDecision(content: ExanteEvaluationContent, vetoes: readonly string[]): Finding[] {
  if (!content.isOverridden) return []
  const { overrideDecision, overrideReason } = content
  const requested = findFen(content.requested_fen)
  const amount = findFen(content.overrideSuggested_fen)
  const isSame = overrideDecision === content.decision && amount === findFen(content.suggested_fen)
  const isPast = overrideDecision === 'SUPPORT' && vetoes.length > 0
  return [
    ...foundIf(!isWritten(overrideReason), EXA_151, '改变结论须写明理由。', at('overrideReason')),
    ...foundIf(isSame, EXA_151, '结论和金额与原结论相同，请选“否”，或改正。', at('isOverridden')),
    ...(requested === undefined || amount === undefined ? [] : moneyFindings(content, requested, amount)),
    ...(isPast
      ? [
          found(
            EXA_151,
            `${vetoes.join('、')}，改为“予以支持”由分管领导承担责任。`,
            at('overrideDecision'),
            'warning',
          ),
        ]
      : []),
  ]
}

function moneyFindings(
  { overrideDecision }: ExanteEvaluationContent,
  requested: bigint,
  amount: bigint,
): Finding[] {
  const where = at('overrideSuggested_fen')
  const asked = `申请金额 ${formatWanYuan(requested)} 万元`
  return [
    ...foundIf(amount > requested, EXA_151, `改变后的金额高于${asked}，请核对。`, where),
    ...foundIf(overrideDecision === 'REJECT' && amount !== 0n, EXA_151, '“不予支持”的金额应为 0。', where),
    ...foundIf(
      overrideDecision === 'PARTIAL' && amount === requested,
      EXA_151,
      `“部分支持”的金额应低于${asked}。`,
      where,
    ),
    ...foundIf(
      overrideDecision === 'SUPPORT' && amount < requested,
      EXA_151,
      `“予以支持”的金额应等于${asked}，有核减的请改选“部分支持”。`,
      where,
    ),
  ]
}
