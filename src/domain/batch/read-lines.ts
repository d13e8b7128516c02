import { parseCell } from '../forms/cell-text.ts'
import type { ContentRow, FieldDefinition } from '../forms/form.ts'
import { isBlank, valueFault } from '../forms/value.ts'
import { columnLetters } from '../doctor/read/grid.ts'
import type { IntakeFault } from '../intake/intake-fault.ts'
import { targetCells } from '../intake/target-cells.ts'
import type { ReadSheet } from '../offline/workbook.ts'
import { parseYuan, toFenText } from '../shared/money.ts'
import { CODE, NAME } from './columns.ts'
import type { AmountUnit, Mapping } from './mapping.ts'

/** One line of the file as values; `row` counts from 0. */
export type Line = {
  readonly row: number
  readonly code: string
  readonly name: string
  readonly cells: ContentRow
}

export type ReadLines = { readonly lines: readonly Line[]; readonly faults: readonly IntakeFault[] }

/** Sums that offices add below their lists. */
const SUM_LINE = /^(合计|总计|小计|本页合计)$/

/** Asked of every line: what is longer than such a word with its spaces is none. */
const isSum = (text: string) => text.length < 40 && SUM_LINE.test(text.replace(/\s/g, ''))

/**
 * The lines below the heading as values of our columns. A blank line and a line of sums are passed over;
 * what does not fit its column is a fault with its cell, and the value is left out.
 */
export function readLines(
  sheet: ReadSheet,
  head: number,
  columns: readonly FieldDefinition[],
  mapping: Mapping,
): ReadLines {
  const faults: IntakeFault[] = []
  const lines: Line[] = []
  const choices = new Map<string, ContentRow | string>()
  const mapped = columns.flatMap((column) => {
    const at = mapping.columns[column.id]
    return at === undefined ? [] : [{ column, at }]
  })
  const place = (row: number, at: number) => `${sheet.name}!${columnLetters(at)}${row + 1}`
  const textOf = (row: readonly string[], id: string) => (row[mapping.columns[id] ?? -1] ?? '').trim()
  for (let row = head + 1; row < sheet.rows.length; row += 1) {
    const texts = sheet.rows[row] ?? []
    if (mapped.every(({ at }) => (texts[at] ?? '').trim() === '')) continue
    if (texts.slice(0, 3).some(isSum)) continue
    const cells: Record<string, ContentRow[string]> = {}
    for (const { column, at } of mapped) {
      if (column === CODE || column === NAME) continue
      const text = texts[at] ?? ''
      // A list says the same few words of a vocabulary in thousands of lines.
      const known = column.type === 'choice' ? `${column.id}\n${text}` : undefined
      const read =
        (known === undefined ? undefined : choices.get(known)) ??
        readCell(column, text, mapping.unit, cells, columns)
      if (known !== undefined) choices.set(known, read)
      if (typeof read === 'string') {
        const said = text.slice(0, 60)
        faults.push({ place: place(row, at), message: `“${column.label}”填的是“${said}”：${read}` })
      } else Object.assign(cells, read)
    }
    lines.push({ row, code: textOf(texts, CODE.id), name: textOf(texts, NAME.id), cells })
  }
  return { lines, faults }
}

/** The cells a text stands for, or what is wrong with it. */
function readCell(
  column: FieldDefinition,
  text: string,
  unit: AmountUnit,
  row: ContentRow,
  columns: readonly FieldDefinition[],
): ContentRow | string {
  if (isBlank(text)) return {}
  const parsed = column.type === 'money' && unit === 'yuan' ? parseYuanCell(text) : parseCell(column, text)
  if (parsed.ok) {
    const fault = valueFault(column, parsed.value)
    return fault ?? { [column.id]: parsed.value as ContentRow[string] }
  }
  const isTarget = column.id === 'value' && columns.some(({ id }) => id === 'valueText')
  if (!isTarget) return parsed.message
  const about = { name: String(row['name'] ?? ''), level2: String(row['level2'] ?? '') }
  return fittingCells(targetCells(text.trim(), about), columns)
}

/** Cells that a value was taken apart into: each has to fit its own column too. */
function fittingCells(cells: ContentRow, columns: readonly FieldDefinition[]): ContentRow | string {
  for (const column of columns) {
    const fault = cells[column.id] === undefined ? undefined : valueFault(column, cells[column.id])
    if (fault !== undefined) return `读作“${column.label}”后${fault}`
  }
  return cells
}

function parseYuanCell(text: string): ReturnType<typeof parseCell> {
  try {
    return { ok: true, value: toFenText(parseYuan(text.normalize('NFKC').replace(/[,\s元¥]/g, ''))) }
  } catch {
    return { ok: false, message: '请按元填写数字，最多两位小数。' }
  }
}
