import type { DoctorReport, ReportFinding } from '../../domain/doctor/report.ts'
import type { CellPlaces, DoctorTable } from '../../domain/doctor/table.ts'

/** One table and what the doctor said of it. */
export type Examined = { readonly table: DoctorTable; readonly report: DoctorReport }

/** Field of a finding (as the JSON form calls it) → field of the read table. */
const FIELDS: { readonly [field: string]: string } = {
  target_text: 'target',
  actual_text: 'actual',
  deviation_reason: 'reason',
  initial_budget: 'initial',
  adjusted_budget: 'adjusted',
  source: 'label',
  total_score: 'totalScore',
  total_weight: 'totalWeight',
  annual_goal: 'annualGoal',
  'project.name': 'projectName',
  'project.department': 'department',
  'project.unit': 'unit',
}

/** The cell a finding is about: its field's cell, else the row's; `undefined` for the whole table. */
export function placeOfFinding({ where }: ReportFinding, table: DoctorTable): string | undefined {
  const field = where.field === undefined ? '' : (FIELDS[where.field] ?? where.field)
  const row = where.row === undefined ? undefined : table.indicators[where.row]
  if (row) return cellOf(row.cells, field) ?? row.place
  const fund = where.fund === undefined ? undefined : table.funds[where.fund]
  if (fund) return cellOf(fund.cells, field) ?? fund.place
  return cellOf(table.cells, field)
}

function cellOf(cells: CellPlaces | undefined, field: string): string | undefined {
  return cells && Object.hasOwn(cells, field) ? cells[field] : undefined
}

/** 自评表!G7 → sheet and cell; `undefined` for places that are no cells (第 7 行). */
export function splitPlace(place: string): { readonly sheet: string; readonly cell: string } | undefined {
  const at = place.lastIndexOf('!')
  const cell = place.slice(at + 1)
  return at > 0 && /^[A-Z]{1,3}[1-9]\d{0,6}$/.test(cell) ? { sheet: place.slice(0, at), cell } : undefined
}
