import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readTableJson } from '../../domain/doctor/index.ts'
import { isFilled } from '../../domain/doctor/read/cells.ts'
import type { DoctorIndicator, DoctorTable } from '../../domain/doctor/table.ts'
import type { Content, ContentRow } from '../../domain/forms/form.ts'
import { toTargetSheet } from '../../domain/intake/to-target-sheet.ts'
import type { Score_x100 } from '../../domain/shared/score.ts'

const FOLDER = path.join(import.meta.dirname, '../../../tests/doctor/cases')

export type GivenTable = {
  readonly id: string
  /** Only the rows that print a weight and a score. */
  readonly table: DoctorTable
  /** Places of these rows in the printed table, from 0. */
  readonly places: readonly number[]
  readonly isComplete: boolean
}

/** The published tables that print weight and score beside their rows. */
export function givenTables(): GivenTable[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ id: name.replace('.json', ''), table: read(name) }))
    .filter(({ table }) => table.kind === 'self_evaluation' || table.kind === 'department_overall')
    .map(({ id, table }) => {
      const scored = table.indicators.map(isScored)
      const places = table.indicators.flatMap((_, at) => (scored[at] ? [at] : []))
      const indicators = table.indicators.filter((_, at) => scored[at])
      return { id, table: { ...table, indicators }, places, isComplete: table.isComplete }
    })
    .filter(({ places }) => places.length > 0)
}

function read(name: string): DoctorTable {
  return readTableJson(JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')))
}

function isScored({ weight, score }: DoctorIndicator): boolean {
  return isFilled(weight) && isFilled(score)
}

/**
 * The target a unit would have had approved to print this table. A level the table does not name, or
 * names outside the catalogue, is chosen by hand, as a person entering the table would.
 */
export function approvedTargetOf({ table }: GivenTable, year: number): Content {
  const { content } = toTargetSheet(table, year)
  const { indicators, ...rest } = content as { indicators: ContentRow[] }
  return {
    annualGoal: '公开表未印',
    ...rest,
    indicators: indicators.map((row) => ({
      ...row,
      level1: row['level1'] ?? 'output',
      level2: row['level2'] ?? 'quantity',
      accumulation: 'point',
    })),
  }
}

/** A printed score in hundredths of a point with the decimals it was printed with. */
export function printedPoints(cell: string | null): { score_x100: Score_x100; decimals: number } | null {
  const text = (cell ?? '').replace(/[\s分]/g, '')
  if (!/^\d+(\.\d+)?$/.test(text)) return null
  return { score_x100: Math.round(Number(text) * 100), decimals: text.split('.')[1]?.length ?? 0 }
}

/** Whether the computed score, rounded half-up as far as the printed one was, is the printed one. */
export function isAsPrinted(
  computed_x100: Score_x100 | null,
  { score_x100, decimals }: { readonly score_x100: Score_x100; readonly decimals: number },
): boolean {
  if (computed_x100 === null) return false
  const step = 10 ** Math.max(0, 2 - decimals)
  return Math.floor(computed_x100 / step + 0.5) * step === score_x100
}

/** Whether a row of the form is judged in bands. */
export function isJudged(row: { readonly band?: unknown }): boolean {
  return row.band !== undefined && row.band !== null
}
