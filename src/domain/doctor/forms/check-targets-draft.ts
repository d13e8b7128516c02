import type { TargetsSheetContent, TargetsSheetIndicatorsRow } from '../../forms/contents.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Finding, FindingPlace } from '../../shared/finding.ts'
import { examineTable } from '../examine-table.ts'
import type { ReportFinding } from '../report.ts'
import type { FindExample } from '../study.ts'
import { LIVE_ON_TARGETS, SAID_BY_STAGE } from './live-checks.ts'
import { type Around, tableOfTargets } from './table-of-targets.ts'

const LIVE = new Set(LIVE_ON_TARGETS)

function isLive({ ruleId, where }: ReportFinding): boolean {
  return LIVE.has(ruleId) && !(SAID_BY_STAGE[ruleId]?.includes(where.field ?? '') ?? false)
}

/**
 * What the doctor says of a target sheet while it is typed: its wording and its arithmetic, at the
 * places of the form. Rows without a name are only begun and not scolded yet. What the checks of the
 * stage say themselves is left to them.
 * @param rules in force for the sheet's year and place
 */
export function checkTargetsDraft(
  content: TargetsSheetContent,
  around: Around,
  rules: ParameterReader,
  findExample?: FindExample,
): Finding[] {
  const rows = content.indicators ?? []
  const options = findExample === undefined ? {} : { findExample }
  return examineTable(tableOfTargets(content, around), rules, options)
    .findings.filter((finding) => isLive(finding) && isBegun(rows, finding.where.row))
    .map((finding) => onForm(finding, rows))
}

function isBegun(rows: readonly TargetsSheetIndicatorsRow[], row: number | undefined): boolean {
  return row === undefined || (rows[row]?.name ?? '').trim() !== ''
}

function onForm(finding: ReportFinding, rows: readonly TargetsSheetIndicatorsRow[]): Finding {
  const { ruleId, severity, message, source, where } = finding
  const { row } = where
  const place = row === undefined ? placeAround(where) : placeInRow(row, where.field, rows[row])
  return { ruleId, severity, message, where: place, source: { title: source } }
}

const COLUMNS: Readonly<Record<string, string>> = { name: 'name', level2: 'level2', weight: 'weight_x100' }

function placeInRow(
  row: number,
  field: string | undefined,
  indicator: TargetsSheetIndicatorsRow | undefined,
): FindingPlace {
  const column = COLUMNS[field ?? ''] ?? targetColumn(indicator)
  return { section: 'indicators', field: 'indicators', row, column }
}

/** 指标值 is one printed cell and several columns of the form: the one that holds it now. */
function targetColumn(indicator: TargetsSheetIndicatorsRow | undefined): string {
  if (indicator?.kind === 'date') return 'dateValue'
  return indicator?.kind === 'quant' && indicator.value ? 'value' : 'valueText'
}

const FUND_FIELDS = ['total_fen', 'fiscal_fen', 'other_fen']

function placeAround({ fund, field }: ReportFinding['where']): FindingPlace {
  if (fund !== undefined) return { section: 'money', field: FUND_FIELDS[fund] ?? 'total_fen' }
  if (field === 'annual_goal') return { section: 'goals', field: 'annualGoal' }
  return { section: 'indicators', field: 'indicators' }
}
