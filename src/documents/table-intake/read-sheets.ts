import { type Grid, GRID_LIMITS } from '../../domain/doctor/read/grid.ts'
import { readGrid } from '../../domain/doctor/read/read-grid.ts'
import type { ReadNote, ReadResult } from '../../domain/doctor/read/read-result.ts'
import type { DoctorTable } from '../../domain/doctor/table.ts'
import type { SheetGrid } from './sheet-grids.ts'

/** The part of a sheet that is read: `A1:GR20000`. A stray cell in the last row is not a million rows. */
export const READ_RANGE = `A1:GR${GRID_LIMITS.rows}`

/** Each sheet with an indicator table is a table; covers, indexes and lists of choices are passed over. */
export function readSheets(sheets: readonly SheetGrid[]): ReadResult {
  const tables: DoctorTable[] = []
  const notes: ReadNote[] = []
  for (const { grid, notes: found } of sheets) {
    const read = readGrid(grid, { isWhole: true })
    if (read.tables.length > 0) notes.push(...found, ...read.notes)
    else if (hasText(grid)) notes.push(skipped(grid))
    tables.push(...read.tables)
  }
  return { tables, notes }
}

const hasText = (grid: Grid) => grid.rows.some((row) => row.some((text) => text !== ''))

function skipped(grid: Grid): ReadNote {
  return {
    kind: 'skipped',
    place: grid.name,
    message: `工作表“${grid.name}”里没有找到绩效指标表（应有“三级指标”和“指标值”“分值”等表头），已略过。`,
  }
}
