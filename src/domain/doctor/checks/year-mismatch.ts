import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { nameRow, report, reportRow } from '../finding.ts'
import type { ReportFinding } from '../report.ts'
import { shorten } from '../score/compare.ts'
import type { Study } from '../study.ts'

/** CHK-YEAR-MISMATCH 年度不符: a year that belongs to another budget. */
export const CHK_YEAR_MISMATCH: RuleHeader = {
  id: 'CHK-YEAR-MISMATCH',
  name: '年度与预算年度不符',
  stage: 'doctor',
  kind: 'check',
  severity: 'warning',
  source: cite('jiheng-default', '年度绩效目标对应预算年度'),
}

/** Older money or older work that is finished this year may say so. */
const CARRIED_OVER = /结转|续建|跨年|延续|尾款|上年|往年|历年|第[二三四五]年/

export function checkYearMismatch({ table, rows }: Study): ReportFinding[] {
  const { year } = table
  if (year === null) return []
  const wrongRows = rows.flatMap((row) => {
    for (const [field, title, text] of [
      ['target_text', '指标值', row.row.target],
      ['name', '名称', row.row.name],
    ] as const) {
      const wrong = wrongYear(text, year)
      if (wrong === undefined || CARRIED_OVER.test(row.row.name ?? '')) continue
      const message = `${nameRow(row)}的${title}“${shorten(text)}”写的是 ${wrong} 年，本表是 ${year} 年度。请改正年份；跨年项目请写明本年度要完成的部分。`
      return [reportRow(CHK_YEAR_MISMATCH, row, field, message)]
    }
    return []
  })
  return [...wrongRows, ...checkHead(table, year)]
}

function checkHead(table: Study['table'], year: number): ReportFinding[] {
  const findings: ReportFinding[] = []
  const name = table.projectName ?? ''
  const inName = wrongYear(name, year) ?? wrongCode(name, year)
  if (inName !== undefined && !CARRIED_OVER.test(name)) {
    const message = `项目名称“${shorten(name, 30)}”是 ${inName} 年的，本表是 ${year} 年度。请核对是否用了别的年度的项目；跨年项目请注明结转或续建。`
    findings.push(report(CHK_YEAR_MISMATCH, { field: 'project.name' }, message))
  }
  const goal = table.annualGoal ?? ''
  const inGoal = CARRIED_OVER.test(goal) ? undefined : wrongYear(plannedYears(goal), year)
  if (inGoal !== undefined) {
    const message = `年度总体目标写的是 ${inGoal} 年，本表是 ${year} 年度，像是沿用了别的年度的文字。请改写为 ${year} 年要达到的目标。`
    findings.push(report(CHK_YEAR_MISMATCH, { field: 'annual_goal' }, message))
  }
  return findings
}

/** Only years by which something shall be done; years of documents and of what went before are no plan. */
function plannedYears(goal: string): string {
  return (
    goal.match(
      /20\d{2}年(?:度|底|末|全年|内|\d{1,2}月)?(?=[^。；]{0,12}(?:完成|实现|达到|计划|目标|建成|新增|确保))/g,
    ) ?? []
  ).join(' ')
}

/** A year other than the budget's, unless the budget's stands there too or a period includes it. */
function wrongYear(text: string | null, year: number): number | undefined {
  if (!/\d{4}|[０-９]/.test(text ?? '')) return undefined
  const plain = (text ?? '').normalize('NFKC').replace(/[〔[(]\d{4}[〕\])]|20\d{2}\d+号/g, '')
  const years = [...plain.matchAll(/(?<![\d.])(20\d{2})(?=年|[./-]\d{1,2}(?!\d))/g)].map((match) =>
    Number(match[1]),
  )
  const period = /(20\d{2})年?[^\d]{0,4}\d{0,2}[月日]?\s*[-—~至到]\s*(20\d{2})/.exec(plain)
  if (period && Number(period[1]) <= year && year <= Number(period[2])) return undefined
  return years.length > 0 && !years.includes(year) ? years[0] : undefined
}

/** 51092324T000010263357-…: the sixth pair of a project code is its year. */
function wrongCode(name: string, year: number): number | undefined {
  const match = /^\s*\d{6}(\d{2})[A-Z]\d{10,}/.exec(name)
  const coded = match ? 2000 + Number(match[1]) : undefined
  return coded !== undefined && coded > year ? coded : undefined
}
