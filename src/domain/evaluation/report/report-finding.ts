import type { RuleHeader } from '../../shared/rule-header.ts'
import type { Paragraph, ReportFinding, ScoreRow, ScoreTable } from './report.ts'

/** How much of a paragraph is shown beside a finding. */
const EXCERPT = 40

/** A finding under a rule's title block, with the words it is about. */
export function reportFinding(
  header: RuleHeader,
  place: string,
  message: string,
  excerpt: string | null = null,
): ReportFinding {
  const { title, article } = header.source
  const short = excerpt === null || excerpt.length <= EXCERPT ? excerpt : `${excerpt.slice(0, EXCERPT)}…`
  return {
    ruleId: header.id,
    severity: header.severity ?? 'warning',
    message,
    place,
    excerpt: short,
    source: article === undefined ? title : `${title} ${article}`,
  }
}

/** “四、绩效评价指标分析”第 3 段; the cover has no heading. */
export function paragraphPlace({ heading, number }: Paragraph): string {
  if (heading === '') return '封面'
  return number === 0 ? `“${heading}”` : `“${heading}”第 ${number} 段`
}

export function rowPlace(table: ScoreTable, row: ScoreRow): string {
  return `${table.name} 第 ${row.at} 行“${row.name}”`
}
