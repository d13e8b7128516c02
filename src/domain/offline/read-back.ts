import { formatCell, type Names, parseCell } from '../forms/cell-text.ts'
import type {
  Content,
  ContentRow,
  ContentValue,
  FieldDefinition,
  FormDefinition,
  SectionDefinition,
} from '../forms/form.ts'
import { fixedKeyOf } from '../forms/form-index.ts'
import { isBlank, valueFault } from '../forms/value.ts'
import { withOwnLabel } from '../forms/own-label.ts'
import type { IntakeFault } from '../intake/intake-fault.ts'
import { type Cells, isSameText, makeCells } from './cells.ts'
import { findTable, locateLabels, type SectionArea, sectionAreas, type TableArea } from './locate.ts'
import { matchRows } from './match-rows.ts'
import { isTypable, rowsFields, shownColumns, simpleFields } from './open-fields.ts'
import { keyedRows, type KeyedRow, nameColumn } from './row-keys.ts'
import { ORIGIN_MARK, type ReadSheet } from './workbook.ts'

export type ReadBack = {
  /** Values of the simple fields that may be changed. */
  readonly values: Content
  /** Rows of the tables, each with the key of the known row it is, or `new:…`. */
  readonly rows: { readonly [field: string]: readonly KeyedRow[] }
  readonly faults: readonly IntakeFault[]
  /** What a person should know: columns that are gone, changes where they may not write. */
  readonly notes: readonly string[]
}

export type ReadBackInput = {
  readonly sheets: readonly ReadSheet[]
  readonly form: FormDefinition
  /** Content when the workbook was made. */
  readonly base: Content
  readonly names: Names
  readonly openSections: readonly string[]
}

type Reading = ReadBackInput & {
  readonly cells: Cells
  readonly faults: IntakeFault[]
  readonly notes: Set<string>
}

/**
 * Reads an offline workbook against the content it was made from. A cell that still says what was printed
 * is unchanged, whatever the program that saved it made of it; only what says something else is parsed.
 * What cannot be found in the file counts as unchanged. Pure; never throws.
 */
export function readBack(input: ReadBackInput): ReadBack {
  const cells = makeCells(formSheet(input))
  const reading: Reading = { ...input, cells, faults: [], notes: new Set() }
  const areas = sectionAreas(input.form, cells)
  const values: Record<string, ContentValue> = {}
  const rows: Record<string, readonly KeyedRow[]> = {}
  for (const section of input.form.sections) {
    const area = areas.get(section.id)
    if (!area) reading.notes.add(`文件里没有找到“${section.title}”这一部分，按没有改动处理。`)
    for (const field of simpleFields(section)) values[field.id] = input.base[field.id] ?? null
    for (const field of rowsFields(section)) rows[field.id] = keyedRows(field, input.base)
    if (area) readSection(reading, section, area, values, rows)
  }
  return { values, rows, faults: reading.faults, notes: [...reading.notes] }
}

/** The sheet that holds most of the form's labels; others are notes people keep beside it. */
function formSheet({ sheets, form }: ReadBackInput): ReadSheet {
  const visible = sheets.filter(({ rows }) => rows[0]?.[0] !== ORIGIN_MARK)
  const count = (sheet: ReadSheet) => sectionAreas(form, makeCells(sheet)).size
  const [best] = [...visible].sort((a, b) => count(b) - count(a))
  return best ?? { name: form.title, rows: [], merges: [] }
}

function readSection(
  reading: Reading,
  section: SectionDefinition,
  area: SectionArea,
  values: Record<string, ContentValue>,
  rows: Record<string, readonly KeyedRow[]>,
): void {
  const { cells, base } = reading
  const tables = rowsFields(section)
  let from = area.top + 1
  const found = tables.map((field) => {
    const table = findTable(field, cells, from, area.bottom)
    if (table) from = table.head + 1
    return table
  })
  const firstTable = found.find((table) => table !== undefined)?.head ?? area.bottom
  const places = locateLabels(simpleFields(section), cells, area.top + 1, firstTable)
  for (const field of simpleFields(section)) {
    const place = places.get(field.id)
    if (!place) {
      reading.notes.add(`文件里没有找到“${field.label}”这一栏，按没有改动处理。`)
      continue
    }
    const text = cells.text(place.row, place.column)
    values[field.id] = readValue(reading, section, field, base[field.id] ?? null, text, place)
  }
  tables.forEach((field, index) => {
    const table = found[index]
    const end = found.slice(index + 1).find((other) => other !== undefined)?.head ?? area.bottom
    if (table) rows[field.id] = readRows(reading, section, field, { ...table, end })
    else reading.notes.add(`文件里没有找到“${field.label}”的表头，按没有改动处理。`)
  })
}

type At = { readonly row: number; readonly column: number }

function readValue(
  reading: Reading,
  section: SectionDefinition,
  field: FieldDefinition,
  before: ContentValue,
  text: string,
  at: At,
): ContentValue {
  if (isSameText(text, formatCell(field, before, reading.names))) return before
  const isOpen = reading.openSections.includes(section.id) && isTypable(field)
  const parsed = parseCell(field, text)
  if (parsed.ok && JSON.stringify(parsed.value) === JSON.stringify(before)) return before
  if (!isOpen) {
    if (isTypable(field) && !(isBlank(text) && isBlank(before)))
      reading.notes.add(`“${field.label}”不由您填写，文件中的改动没有采纳。`)
    return before
  }
  const fault = parsed.ok ? valueFault(field, parsed.value) : parsed.message
  if (fault === undefined && parsed.ok) return parsed.value
  const place = reading.cells.place(at.row, at.column)
  reading.faults.push({ place, message: `“${field.label}”填的是“${text.slice(0, 60)}”：${fault}` })
  return before
}

/** The rows of a table as they stand in the file, each known row found again. */
function readRows(
  reading: Reading,
  section: SectionDefinition,
  field: FieldDefinition,
  table: TableArea & { readonly end: number },
): readonly KeyedRow[] {
  const { cells, base } = reading
  const known = keyedRows(field, base)
  const lines = linesOf(field, cells, table)
  const name = nameColumn(field)?.id ?? ''
  const fixed = fixedKeyOf(field)
  const matched = matchRows(
    field,
    known,
    lines.map(({ row, key }) => ({
      key: fixedKey(reading, field, table, row) ?? key,
      name: textAt(cells, table, row, name),
    })),
  )
  if (fixed !== undefined) return readFixedRows(reading, section, field, table, lines, matched)
  noteGoneColumns(reading, field, table)
  return lines.map(({ row }, index) => {
    const key = matched[index]
    const before = known.find((one) => one.key === key)?.row
    return { key: key ?? `new:${row}`, row: readRow(reading, section, field, table, row, before ?? {}) }
  })
}

type Line = { readonly row: number; readonly key: string }

/** Lines with something in them; a line emptied by hand is a row taken out. */
function linesOf(field: FieldDefinition, cells: Cells, table: TableArea & { readonly end: number }): Line[] {
  const columns = shownColumns(field).filter(({ id }) => table.columns.has(id))
  return Array.from({ length: Math.max(0, table.end - table.head - 1) }, (_, index) => table.head + 1 + index)
    .filter((row) => columns.some(({ id }) => !isNothing(textAt(cells, table, row, id))))
    .map((row) => ({ row, key: table.key === undefined ? '' : cells.inColumn(row, table.key).trim() }))
}

/** A dash or dots in a cell mean that nothing is filled in. */
function isNothing(text: string): boolean {
  return /^[\s\-—–/*·…。]*$/.test(text)
}

/** The key of an official line is its own printed name, where the hidden one is gone. */
function fixedKey(
  reading: Reading,
  field: FieldDefinition,
  table: TableArea,
  row: number,
): string | undefined {
  const [first] = field.columns ?? []
  if (fixedKeyOf(field) === undefined || !first) return undefined
  const parsed = parseCell(first, textAt(reading.cells, table, row, first.id))
  return parsed.ok && parsed.value !== null ? String(parsed.value) : undefined
}

function readFixedRows(
  reading: Reading,
  section: SectionDefinition,
  field: FieldDefinition,
  table: TableArea,
  lines: readonly Line[],
  matched: readonly (string | undefined)[],
): readonly KeyedRow[] {
  lines.forEach(({ row }, index) => {
    if (matched[index] !== undefined) return
    const [column = 0] = table.columns.values()
    if (reading.openSections.includes(section.id))
      reading.faults.push({
        place: reading.cells.place(row, column),
        message: `“${field.label}”的行由系统生成，不能增加，请删除这一行。`,
      })
  })
  return keyedRows(field, reading.base).map(({ key, row: before }) => {
    const line = lines[matched.indexOf(key)]
    return { key, row: line ? readRow(reading, section, field, table, line.row, before) : before }
  })
}

function readRow(
  reading: Reading,
  section: SectionDefinition,
  field: FieldDefinition,
  table: TableArea,
  row: number,
  before: ContentRow,
): ContentRow {
  const changed: Record<string, ContentRow[string]> = { ...before }
  for (const column of shownColumns(field)) {
    const at = table.columns.get(column.id)
    if (at === undefined) continue
    const text = reading.cells.inColumn(row, at)
    const own = withOwnLabel(column, before)
    const value = readValue(reading, section, own, before[column.id] ?? null, text, { row, column: at })
    if (value === null) delete changed[column.id]
    else changed[column.id] = value as ContentRow[string]
  }
  return changed
}

function noteGoneColumns(reading: Reading, field: FieldDefinition, table: TableArea): void {
  for (const column of shownColumns(field)) {
    if (!table.columns.has(column.id))
      reading.notes.add(`“${field.label}”里没有找到“${column.label}”一列，按没有改动处理。`)
  }
  for (const label of table.strange) reading.notes.add(`文件里多出的“${label}”一列没有对应的栏目，没有导入。`)
}

function textAt(cells: Cells, table: TableArea, row: number, column: string): string {
  const at = table.columns.get(column)
  return at === undefined ? '' : cells.inColumn(row, at)
}
