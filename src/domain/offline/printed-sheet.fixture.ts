import type { SheetPlan } from './plan-sheet.ts'
import type { ReadSheet } from './workbook.ts'

/** A plan as a reader finds it in the saved file, without the file. */
export function asRead(plan: SheetPlan): ReadSheet {
  const rows: string[][] = []
  for (const { row, column, value } of plan.cells) {
    while (rows.length <= row) rows.push(Array.from({ length: plan.keyColumn + 1 }, () => ''))
    ;(rows[row] as string[])[column] = String(value)
  }
  const merges = plan.cells
    .filter(({ width }) => width > 1)
    .map(({ row, column, width }) => ({ top: row, bottom: row, left: column, right: column + width - 1 }))
  return { name: plan.title, rows, merges }
}

export type Sheet = { name: string; rows: string[][]; merges: ReadSheet['merges'] }

/** A copy to be edited as somebody would in WPS. */
export function editable(sheet: ReadSheet): Sheet {
  return { ...sheet, rows: sheet.rows.map((row) => [...row]) }
}
