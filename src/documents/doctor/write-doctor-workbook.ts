import type ExcelJS from 'exceljs'
import { workbookBytes } from '../shared/workbook-bytes.ts'
import type { ReadValue } from '../../domain/doctor/report.ts'
import type { ReadNote } from '../../domain/doctor/read/read-result.ts'
import { type Examined, placeOfFinding } from './examined.ts'
import { layOutTable } from './lay-out-table.ts'
import { markCells, SEVERITY_NAMES } from './mark-cells.ts'
import { addPlainSheet } from './plain-sheet.ts'

export type DoctorWorkbookInput = {
  readonly examined: readonly Examined[]
  readonly notes: readonly ReadNote[]
}

/** Runs in the gated thread for an .xlsx that has passed the gate: a copy of it with the findings in its cells. */
export function parse(file: string, input: DoctorWorkbookInput): Promise<Uint8Array> {
  return writeDoctorWorkbook(input, file)
}

/**
 * Writes the doctor's findings as a workbook: in a copy of an .xlsx source each finding stands as a note
 * and a colour in its cell, with the computed score beside; for other sources the table as it was read
 * is laid out first. Sheets 体检结果 and 得分对照 list everything. A printed figure is never changed.
 * @param sourceFile path of the .xlsx source; none for other kinds of file
 */
export async function writeDoctorWorkbook(
  { examined, notes }: DoctorWorkbookInput,
  sourceFile?: string,
): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  if (sourceFile !== undefined) await workbook.xlsx.readFile(sourceFile)
  const placed =
    sourceFile === undefined
      ? examined.map(({ table, report }) => ({ report, table: layOutTable(workbook, table, '读出的表') }))
      : examined
  markCells(workbook, placed)
  addFindings(workbook, placed, notes)
  addScores(workbook, placed)
  return new Uint8Array(await workbookBytes(workbook))
}

function addFindings(
  workbook: ExcelJS.Workbook,
  examined: readonly Examined[],
  notes: readonly ReadNote[],
): void {
  const findings = examined.flatMap(({ table, report }) =>
    report.findings.map((finding) => [
      placeOfFinding(finding, table) ?? '全表',
      SEVERITY_NAMES[finding.severity],
      finding.message,
      finding.source,
      finding.ruleId,
    ]),
  )
  const readings = notes.map(({ place, message }) => [place || '全文', '读取说明', message, '', ''])
  addPlainSheet(
    workbook,
    '体检结果',
    [
      { title: '位置', width: 24 },
      { title: '程度', width: 14 },
      { title: '问题和改法', width: 80 },
      { title: '依据', width: 44 },
      { title: '规则', width: 26 },
    ],
    [...findings, ...readings],
  )
}

function addScores(workbook: ExcelJS.Workbook, examined: readonly Examined[]): void {
  const rows = examined.flatMap(({ table, report }) => [
    ...report.rows.map((row) => [
      table.indicators[row.index]?.place ?? '',
      row.name,
      valueText(row.target),
      valueText(row.actual),
      row.weight,
      row.printedScore,
      row.computedScore,
      row.reason,
      row.ruleId,
    ]),
    scoreLine('预算执行率(%)', report.execution.printedRate, report.execution.computedRate),
    scoreLine('预算执行得分', report.execution.printedScore, report.execution.computedScore),
    scoreLine('总分', report.total.printed, report.total.computed, report.total.grade),
  ])
  addPlainSheet(
    workbook,
    '得分对照',
    [
      { title: '位置', width: 24 },
      { title: '指标', width: 36 },
      { title: '目标', width: 20 },
      { title: '实际', width: 20 },
      { title: '分值', width: 10 },
      { title: '印出得分', width: 12 },
      { title: '计算得分', width: 12 },
      { title: '说明', width: 60 },
      { title: '规则', width: 14 },
    ],
    rows,
  )
}

function scoreLine(name: string, printed: string | null, computed: string | null, said: string | null = '') {
  return ['', name, '', '', '', printed, computed, said, '']
}

const OPERATORS: Readonly<Record<string, string>> = { ge: '≥', le: '≤', gt: '>', lt: '<' }

/** A value as it was understood, in the signs people print. */
function valueText(value: ReadValue): string {
  if ('text' in value) return value.text
  const upper = value.upper === undefined ? '' : `—${value.upper}`
  return `${OPERATORS[value.operator] ?? ''}${value.value}${upper}${value.unit}`
}
