import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { nameRow, report, reportRow } from '../finding.ts'
import { otherYear } from '../read/years.ts'
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
      const wrong = otherYear(text, year)
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
  const inName = otherYear(name, year) ?? wrongCode(name, year)
  if (inName !== undefined && !CARRIED_OVER.test(name)) {
    const message = `项目名称“${shorten(name, 30)}”是 ${inName} 年的，本表是 ${year} 年度。请核对是否用了别的年度的项目；跨年项目请注明结转或续建。`
    findings.push(report(CHK_YEAR_MISMATCH, { field: 'project.name' }, message))
  }
  for (const [field, title, text] of [
    ['annual_goal', '年度总体目标', table.annualGoal],
    ['goal_reached', '目标完成情况', table.goalReached],
    ['conclusions', '结论', table.conclusions],
  ] as const) {
    const stated = statedYear(text ?? '', year)
    if (stated === undefined) continue
    const message = `${title}写的是 ${stated} 年，本表是 ${year} 年度，像是沿用了别的年度的文字。请改写为 ${year} 年的情况。`
    findings.push(report(CHK_YEAR_MISMATCH, { field }, message))
  }
  return findings
}

/** A year that opens a clause tells when: 2019年…, 通过2019年度资金…. */
const OPENING =
  /(?:^|[，。；、：,;:])(?:通过|按照|根据|使用|安排|落实|完成|围绕|在)?(20\d{2})年(?:度|全年|底|末)?(?!以来|以前|之前|起|开始|[-—~至到])/
/** A year by which something shall be done. */
const PLANNED =
  /(?<![比较自从至到])(20\d{2})年(?:度|底|末|全年|内|\d{1,2}月)?(?=[^，。；]{0,12}(?:完成|实现|达到|计划|目标|建成|新增|确保))/
/** When it began, on what it rests and what comes next belong to other years by nature. */
const OTHER_TIME =
  /立项|批复|批准|获批|开工|启动|签订|印发|出台|制定|修订|文件|《|将|拟|下一?步|下一?年|今后|继续|规划|累计/

/** The year a text speaks of when it is another one and the budget's own is nowhere in it. */
function statedYear(text: string, year: number): number | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace(/,/g, '，')
  if (!/20\d{2}年/.test(plain) || CARRIED_OVER.test(plain) || plain.includes(`${year}年`)) return undefined
  for (const sentence of plain.split(/[。；]/)) {
    if (OTHER_TIME.test(sentence) || otherYear(sentence, year) === undefined) continue
    const found = OPENING.exec(sentence) ?? PLANNED.exec(sentence)
    if (found) return Number(found[1])
  }
  return undefined
}

/** 51092324T000010263357-…: the sixth pair of a project code is its year. */
function wrongCode(name: string, year: number): number | undefined {
  const match = /^\s*\d{6}(\d{2})[A-Z]\d{10,}/.exec(name)
  const coded = match ? 2000 + Number(match[1]) : undefined
  return coded !== undefined && coded > year ? coded : undefined
}
