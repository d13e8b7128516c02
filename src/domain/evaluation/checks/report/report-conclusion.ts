import { findGrade } from '../../compute/grade.ts'
import type { ParameterReader } from '../../../rules/parameter-values.ts'
import { GRADES } from '../../../shared/grade.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { formatScore, type Score_x100 } from '../../../shared/score.ts'
import { cite } from '../../../shared/sources.ts'
import type { ReportFinding, StudiedReport } from '../../report/report.ts'
import { paragraphPlace, reportFinding } from '../../report/report-finding.ts'
import { gradesIn, totalsIn } from '../../report/statements.ts'

/** EVA-072 结论与得分: one total everywhere, and the grade that belongs to it. */
export const EVA_072: RuleHeader = {
  id: 'EVA-072',
  name: '评价结论与得分不一致',
  stage: 'evaluation',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2020-10', '附件3（综合评价情况及评价结论）'),
  parameters: ['evaluation.grade_cutoffs'],
}

/** The place of the finding that the report and the product give two results. */
export const SCORE_TABLE_PLACE = '评分表'

export function checkReportConclusion(report: StudiedReport, rules: ParameterReader): ReportFinding[] {
  const { facts, paragraphs } = report
  const totals = totalsIn(paragraphs)
  const printed = printedTotal(report)
  const total = printed ?? facts.total_x100 ?? totals[0]?.value ?? null
  const faults = totals.flatMap(({ paragraph, words, value }) => {
    if (total === null || value === total) return []
    const from = printed === null ? '系统中的得分' : '评分表合计'
    const message = `文中得分写${formatScore(value)}分，${from}是${formatScore(total)}分，请核对。`
    return [reportFinding(EVA_072, paragraphPlace(paragraph), message, words)]
  })
  if (printed !== null && facts.total_x100 != null && printed !== facts.total_x100) {
    const message = `评分表合计${formatScore(printed)}分，系统中填报的是${formatScore(facts.total_x100)}分，请改为一致。`
    faults.push(reportFinding(EVA_072, SCORE_TABLE_PLACE, message))
  }
  return [...faults, ...gradeFaults(report, total, rules)]
}

/** The total of the table of indicators; a summary's total where there is no such table. */
function printedTotal({ tables }: StudiedReport): Score_x100 | null {
  const detail = tables.find(({ isDetail }) => isDetail) ?? tables[0]
  return detail?.total?.score_x100 ?? null
}

/** The grade of the score; where the product knows the result, its grade, which a violation may have capped. */
function expectedGrade({ facts }: StudiedReport, total: Score_x100 | null, rules: ParameterReader) {
  if (facts.grade && facts.total_x100 === total) return facts.grade
  return total === null || total < 0 || total > 100_00 ? null : findGrade(total, rules).grade
}

function gradeFaults(report: StudiedReport, total: Score_x100 | null, rules: ParameterReader) {
  const { paragraphs } = report
  const grades = gradesIn(paragraphs)
  const [first] = grades
  const expected = expectedGrade(report, total, rules)
  const other = grades.filter(({ value }) => value !== (expected ?? first?.value))
  const faults = other.map(({ paragraph, words, value }) => {
    const message =
      expected === null
        ? `文中等级前后不一致，这里是“${GRADES[value]}”，请核对。`
        : `得分${formatScore(total ?? 0)}分对应的等级是“${GRADES[expected]}”，文中写“${GRADES[value]}”，请改正。`
    return reportFinding(EVA_072, paragraphPlace(paragraph), message, words)
  })
  if (paragraphs.length > 0 && grades.length === 0)
    faults.push(reportFinding(EVA_072, '全文', '报告没有写明评价等级，请在评价结论中写明“优、良、中、差”。'))
  return faults
}
