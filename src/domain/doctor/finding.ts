import type { RuleHeader } from '../shared/rule-header.ts'
import type { ReportFinding } from './report.ts'
import { shorten } from './score/compare.ts'
import type { StudiedFund } from './score/score-execution.ts'
import type { StudiedRow, Study } from './study.ts'

/** One thing the doctor looks for. Without `check` another part of the product reports it. */
export type DoctorCheck = {
  readonly header: RuleHeader
  readonly check?: (study: Study) => readonly ReportFinding[]
}

type Where = ReportFinding['where']

/** A finding under a check's title block: its ID, severity and source. */
export function report(header: RuleHeader, where: Where, message: string): ReportFinding {
  const { title, article } = header.source
  return {
    ruleId: header.id,
    severity: header.severity ?? 'note',
    where,
    message,
    source: article === undefined ? title : `${title} ${article}`,
  }
}

export type RowField =
  | 'name'
  | 'level2'
  | 'target_text'
  | 'actual_text'
  | 'weight'
  | 'score'
  | 'deviation_reason'

/** A finding about a cell of an indicator row. */
export function reportRow(
  header: RuleHeader,
  { index }: StudiedRow,
  field: RowField,
  message: string,
): ReportFinding {
  return report(header, { row: index, field }, message)
}

/** The same for a weak indicator: a better one from the library stands beside it, if there is one. */
export function reportWeak(
  header: RuleHeader,
  study: Study,
  row: StudiedRow,
  field: RowField,
  message: string,
): ReportFinding {
  const example = study.options.findExample?.(row.row)
  const better = example ? `可参考：“${example.text}”（${example.why}）。` : ''
  return reportRow(header, row, field, `${message}${better}`)
}

/** 第 3 行“造林面积” */
export function nameRow({ index, row }: StudiedRow): string {
  const name = shorten(row.name, 30).replace(/“/g, '‘').replace(/”/g, '’')
  return `第 ${index + 1} 行${name === '' ? '指标' : `“${name}”`}`
}

/** 资金第 1 行“年度资金总额” */
export function nameFund({ index, fund }: StudiedFund): string {
  const label = shorten(fund.label, 30)
  return `资金第 ${index + 1} 行${label === '' ? '' : `“${label}”`}`
}
