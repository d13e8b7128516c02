import { columnLetters } from '../doctor/read/grid.ts'
import type { ReadSheet } from './workbook.ts'

/** A read sheet with its merges resolved. */
export type Cells = {
  readonly name: string
  readonly height: number
  readonly width: number
  /** Text of the cell; of a merged one, that of its first cell. */
  readonly text: (row: number, column: number) => string
  /** The same inside a table: a merge downwards counts for each row, one to the side only for the first. */
  readonly inColumn: (row: number, column: number) => string
  /** The first column right of the cell that does not belong to it. */
  readonly nextColumn: (row: number, column: number) => number
  readonly place: (row: number, column: number) => string
}

export function makeCells(sheet: ReadSheet): Cells {
  const { name, rows } = sheet
  const width = Math.max(0, ...rows.map((row) => row.length))
  const merges = mergesByRow(sheet)
  const mergeAt = (row: number, column: number) =>
    merges.get(row)?.find(({ left, right }) => column >= left && column <= right)
  const own = (row: number, column: number) => rows[row]?.[column] ?? ''
  return {
    name,
    height: rows.length,
    width,
    text: (row, column) => {
      const merge = mergeAt(row, column)
      return merge ? own(merge.top, merge.left) : own(row, column)
    },
    inColumn: (row, column) => {
      const merge = mergeAt(row, column)
      if (!merge) return own(row, column)
      return merge.left === column ? own(merge.top, merge.left) : ''
    },
    nextColumn: (row, column) => (mergeAt(row, column)?.right ?? column) + 1,
    place: (row, column) => {
      const merge = mergeAt(row, column)
      return `${name}!${columnLetters(merge?.left ?? column)}${(merge?.top ?? row) + 1}`
    },
  }
}

/** Merges by every row they touch; a sheet is asked for each of its cells. */
function mergesByRow({ rows, merges }: ReadSheet): ReadonlyMap<number, ReadSheet['merges'][number][]> {
  const byRow = new Map<number, ReadSheet['merges'][number][]>()
  for (const merge of merges) {
    for (let row = merge.top; row <= Math.min(merge.bottom, rows.length - 1); row += 1) {
      byRow.set(row, [...(byRow.get(row) ?? []), merge])
    }
  }
  return byRow
}

/** A cell and a printed text say the same: line ends, margins and invisible signs aside. */
export function isSameText(one: string, other: string): boolean {
  return one === other || plain(one) === plain(other)
}

function plain(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[\u00a0\u3000]/g, ' ')
    .trim()
}
