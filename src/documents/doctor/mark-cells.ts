import type ExcelJS from 'exceljs'
import type { ReportFinding } from '../../domain/doctor/report.ts'
import type { Severity } from '../../domain/shared/finding.ts'
import { type Examined, placeOfFinding, splitPlace } from './examined.ts'
import { plainText } from './plain-sheet.ts'

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: '必须改正',
  warning: '请说明或核对',
  note: '提示',
}
const COLOURS: Readonly<Record<Severity, string>> = {
  error: 'FFFFC7CE',
  warning: 'FFFFEB9C',
  note: 'FFDDEBF7',
}
const RANK: readonly Severity[] = ['error', 'warning', 'note']

/**
 * Writes every finding as a note and a colour into its cell, and the computed score of each row beside
 * the table. Printed figures and formulas stay as they are.
 */
export function markCells(workbook: ExcelJS.Workbook, examined: readonly Examined[]): void {
  for (const one of examined) {
    const byPlace = new Map<string, ReportFinding[]>()
    for (const finding of one.report.findings) {
      const place = placeOfFinding(finding, one.table)
      if (place !== undefined) byPlace.set(place, [...(byPlace.get(place) ?? []), finding])
    }
    for (const [place, findings] of byPlace) markCell(workbook, place, findings)
    writeComputed(workbook, one)
  }
}

function findCell(workbook: ExcelJS.Workbook, place: string | undefined): ExcelJS.Cell | undefined {
  const at = place === undefined ? undefined : splitPlace(place)
  const cell = at && workbook.getWorksheet(at.sheet)?.getCell(at.cell)
  return cell?.isMerged ? cell.master : cell
}

function markCell(workbook: ExcelJS.Workbook, place: string, findings: readonly ReportFinding[]): void {
  const cell = findCell(workbook, place)
  if (!cell) return
  const worst = RANK.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'note'
  const lines = findings.map(({ severity, message }) => `【${SEVERITY_NAMES[severity]}】${message}`)
  cell.note = plainText([noteText(cell), ...lines].filter((line) => line !== '').join('\n'))
  // A style may be shared by many cells: this one gets its own before it is coloured.
  cell.style = {
    ...cell.style,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: COLOURS[worst] } },
  }
}

/** A note somebody wrote stays above ours. */
function noteText(cell: ExcelJS.Cell): string {
  const { note } = cell
  if (typeof note === 'string') return note
  return note?.texts?.map(({ text }) => text).join('') ?? ''
}

const COMPUTED_HEAD = '计算得分(体检)'

/** A column right of everything printed: the computed figure stands beside, never in, a printed cell. */
function writeComputed(workbook: ExcelJS.Workbook, { table, report }: Examined): void {
  const first = splitPlace(table.indicators[0]?.place ?? '')
  const sheet = first && workbook.getWorksheet(first.sheet)
  if (!first || !sheet || !report.rows.some(({ computedScore }) => computedScore !== null)) return
  const column = sheet.columnCount + 1
  const top = Number(/\d+$/.exec(first.cell)?.[0]) - 1
  if (top > 0) styleComputed(sheet.getCell(top, column), COMPUTED_HEAD)
  for (const { index, computedScore } of report.rows) {
    const at = splitPlace(table.indicators[index]?.place ?? '')
    if (computedScore === null || at?.sheet !== first.sheet) continue
    styleComputed(sheet.getCell(Number(/\d+$/.exec(at.cell)?.[0]), column), computedScore)
  }
  sheet.getColumn(column).width = 16
}

function styleComputed(cell: ExcelJS.Cell, text: string): void {
  cell.value = text
  cell.style = { font: { italic: true, color: { argb: 'FF1F5FBF' } }, alignment: { horizontal: 'center' } }
}
