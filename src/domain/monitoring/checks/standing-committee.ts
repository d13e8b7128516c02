import type { MonitoringFindingContent } from '../../forms/contents.ts'
import { computeBudgetChange } from '../../project/index.ts'
import { foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** MON-034 须报人大常委会批准: what Art. 67 calls an adjustment is flagged here, and not carried out without approval. */
export const MON_034: RuleHeader = {
  id: 'MON-034',
  name: '须报人大常委会批准的预算调整',
  stage: 'monitoring',
  kind: 'gate',
  severity: 'error',
  source: cite('law-budget', '第六十七条、第六十九条、第七十条、第七十一条'),
}

const WHERE = { section: 'opinion', field: 'congressDecision' }

/** What the cases ticked on the form make of the change, by BUD-006. */
export function budgetChangeOf({ adjustmentCases }: MonitoringFindingContent) {
  const cases = adjustmentCases ?? []
  return computeBudgetChange({
    totalExpenditure:
      cases.includes('totalUp') || cases.includes('earmarked')
        ? 'up'
        : cases.includes('totalDown')
          ? 'down'
          : 'same',
    isEarmarkedWithoutMatch: cases.includes('earmarked') && !cases.includes('totalUp'),
    drawsStabilisationFund: cases.includes('stabilisation'),
    cutsApprovedKeySpending: cases.includes('keySpending'),
    raisesDebt: cases.includes('debt'),
  })
}

/**
 * Proposing says so and goes on; issuing needs the number of the approval.
 * @param isIssued whether the opinion is being issued, not only proposed
 */
export function checkStandingCommittee(content: MonitoringFindingContent, isIssued: boolean): Finding[] {
  const { needsStandingCommittee, explanation } = budgetChangeOf(content)
  const message = `${explanation.sentence}批准前不得执行；${isIssued ? '请退回填写批准文号后再印发。' : '批准后填写“人大常委会批准文号”。'}`
  return foundIf(
    needsStandingCommittee && !isWritten(content.congressDecision),
    MON_034,
    message,
    WHERE,
    isIssued ? 'error' : 'warning',
  )
}
