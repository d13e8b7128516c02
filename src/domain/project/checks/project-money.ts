import type { ProjectEntryContent } from '../../forms/contents.ts'
import { found, foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { findFen, formatWanYuan, sumFen } from '../../shared/money.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** ORG-102 项目资金和期限: sources add up, the year fits into the period, the end is not before the start. */
export const ORG_102: RuleHeader = {
  id: 'ORG-102',
  name: '项目资金和期限',
  stage: 'project',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2015-88', '附件 项目资金'),
}

export function checkProjectMoney(content: ProjectEntryContent): Finding[] {
  return [
    ...checkPeriod(content),
    ...checkSources(content, 'total_fen', '实施期资金总额'),
    ...checkSources(content, 'annual_fen', '年度资金总额'),
    ...checkOrder(content),
  ]
}

function checkPeriod({ periodStart, periodEnd }: ProjectEntryContent): Finding[] {
  const isWrong = Boolean(periodStart && periodEnd && periodEnd < periodStart)
  return foundIf(isWrong, ORG_102, '项目结束日期早于起始日期，请核对。', {
    section: 'basics',
    field: 'periodEnd',
  })
}

function checkSources(
  content: ProjectEntryContent,
  field: 'total_fen' | 'annual_fen',
  label: string,
): Finding[] {
  const total = findFen(content[field])
  const rows = content.fundSources ?? []
  if (total === undefined || rows.length === 0) return []
  const sum = sumFen(rows.map((row) => findFen(row[field]) ?? 0n))
  if (sum === total) return []
  const message = `${label} ${formatWanYuan(total)} 万元，与各资金来源之和 ${formatWanYuan(sum)} 万元不等，请核对。`
  return [found(ORG_102, message, { section: 'money', field })]
}

function checkOrder(content: ProjectEntryContent): Finding[] {
  const total = findFen(content.total_fen)
  const annual = findFen(content.annual_fen)
  const submitted = findFen(content.reviewSubmitted_fen)
  const approved = findFen(content.reviewApproved_fen)
  return [
    ...foundIf(
      total !== undefined && annual !== undefined && annual > total,
      ORG_102,
      '年度资金总额大于实施期资金总额，请核对。',
      { section: 'money', field: 'annual_fen' },
    ),
    ...foundIf(
      submitted !== undefined && approved !== undefined && approved > submitted,
      ORG_102,
      '预算评审的审定金额大于送审金额，请核对。',
      { section: 'budgetReview', field: 'reviewApproved_fen' },
      'warning',
    ),
  ]
}
