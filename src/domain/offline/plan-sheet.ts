import { formatCell, isHundredths, type Names, parseCell, unitOf } from '../forms/cell-text.ts'
import type {
  Content,
  ContentValue,
  FieldDefinition,
  FormDefinition,
  SectionDefinition,
} from '../forms/form.ts'
import { withOwnLabel } from '../forms/own-label.ts'
import { isTypable, rowsFields, sectionTitle, shownColumns, simpleFields, takesRows } from './open-fields.ts'
import { keyedRows } from './row-keys.ts'

export type CellRole = 'title' | 'note' | 'section' | 'label' | 'head' | 'value' | 'key'

/** One cell to be written, merged over `width` columns. */
export type PlannedCell = {
  readonly row: number
  readonly column: number
  readonly width: number
  readonly role: CellRole
  /** A number only where the stored value comes back from it unchanged. */
  readonly value: string | number
  /** May be changed by whoever takes the workbook along. */
  readonly isOpen: boolean
  /** Texts to choose from. */
  readonly choices?: readonly string[]
  readonly isLong?: boolean
}

export type SheetPlan = {
  readonly title: string
  readonly cells: readonly PlannedCell[]
  /** Width of each column in characters. */
  readonly widths: readonly number[]
  /** The column of row keys, which nobody needs to see. */
  readonly keyColumn: number
}

export type PlanInput = {
  readonly form: FormDefinition
  readonly content: Content
  readonly names: Names
  /** Ids of the sections the person may write in. */
  readonly openSections: readonly string[]
  /** Facts about the project that stand above the form and are never read back: 项目名称 etc. */
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly note: string
}

/** Empty rows offered below each table that grows. */
const SPARE_ROWS = 20
const NARROWEST = 8
/** 行标识: the head of the hidden column. */
export const KEY_HEAD = '行标识（请勿改动）'

/** Where everything stands in the workbook: the official table in its order, one sheet. Pure. */
export function planSheet(input: PlanInput): SheetPlan {
  const { form } = input
  const tables = form.sections.flatMap(rowsFields).map(shownColumns)
  const width = Math.max(NARROWEST, ...tables.map((columns) => columns.length))
  const cells: PlannedCell[] = []
  const at = { row: 0 }
  const put = (cell: Omit<PlannedCell, 'row' | 'isOpen'> & { readonly isOpen?: boolean }) =>
    cells.push({ row: at.row, isOpen: false, ...cell })
  put({ column: 0, width, role: 'title', value: form.title })
  at.row += 1
  put({ column: 0, width, role: 'note', value: input.note })
  for (const pair of pairsOf(input.facts)) {
    at.row += 1
    pair.forEach(([label, value], side) => {
      const { labelAt, valueAt, valueWidth } = halves(width, side)
      put({ column: labelAt, width: 2, role: 'label', value: label })
      put({ column: valueAt, width: valueWidth, role: 'value', value })
    })
  }
  for (const section of form.sections) {
    at.row += 1
    put({ column: 0, width, role: 'section', value: sectionTitle(form, section) })
    planFields(input, section, width, at, put)
    for (const field of rowsFields(section)) planTable(input, section, field, width, at, put)
  }
  return { title: form.title, cells, widths: widthsOf(tables, width), keyColumn: width }
}

type At = { row: number }
type Put = (cell: Omit<PlannedCell, 'row' | 'isOpen'> & { readonly isOpen?: boolean }) => void

/** Two columns of fields, read downwards: 实施期 stands left, 年度 right, as on the official form. */
function planFields(input: PlanInput, section: SectionDefinition, width: number, at: At, put: Put): void {
  const fields = simpleFields(section)
  const height = Math.ceil(fields.length / 2)
  for (let line = 0; line < height; line += 1) {
    at.row += 1
    for (const [side, index] of [line, line + height].entries()) {
      const field = fields[index]
      if (!field) continue
      const { labelAt, valueAt, valueWidth } = halves(width, side)
      put({ column: labelAt, width: 2, role: 'label', value: labelOf(field) })
      put({
        column: valueAt,
        width: valueWidth,
        ...valueCell(input, section, field, input.content[field.id]),
      })
    }
  }
}

function planTable(
  input: PlanInput,
  section: SectionDefinition,
  field: FieldDefinition,
  width: number,
  at: At,
  put: Put,
): void {
  const columns = shownColumns(field)
  const rows = keyedRows(field, input.content)
  at.row += 1
  columns.forEach((column, index) => {
    put({ column: index, width: 1, role: 'head', value: labelOf(column) })
  })
  put({ column: width, width: 1, role: 'key', value: KEY_HEAD })
  for (const { key, row } of rows) {
    at.row += 1
    columns.forEach((column, index) => {
      put({
        column: index,
        width: 1,
        ...valueCell(input, section, withOwnLabel(column, row), row[column.id]),
      })
    })
    put({ column: width, width: 1, role: 'key', value: key, isOpen: takesRows(field) })
  }
  const isGrowing = takesRows(field) && input.openSections.includes(section.id)
  const spare = isGrowing ? Math.min(SPARE_ROWS, (field.max ?? SPARE_ROWS) - rows.length) : 0
  for (let count = 0; count < spare; count += 1) {
    at.row += 1
    columns.forEach((column, index) => {
      put({ column: index, width: 1, ...valueCell(input, section, column, undefined) })
    })
  }
}

function valueCell(
  input: PlanInput,
  section: SectionDefinition,
  field: FieldDefinition,
  value: ContentValue | undefined,
) {
  const isOpen = input.openSections.includes(section.id) && isTypable(field)
  const labels =
    field.type === 'boolean'
      ? ['是', '否']
      : field.type === 'choice'
        ? field.options?.map(({ label }) => label)
        : []
  return {
    role: 'value' as const,
    value: cellValue(field, value, input.names),
    isOpen,
    ...(isOpen && labels && labels.length > 0 ? { choices: labels } : {}),
    ...(field.type === 'longtext' ? { isLong: true } : {}),
  }
}

/** 权重（分）: the label with its unit, by which the column is found again wherever it was moved. */
export function labelOf(field: FieldDefinition): string {
  const unit = unitOf(field)
  return unit === undefined ? field.label : `${field.label}（${unit}）`
}

/** What stands in the cell: a real number where nothing is lost by it, else the text people read. */
export function cellValue(
  field: FieldDefinition,
  value: ContentValue | undefined,
  names: Names = {},
): string | number {
  const text = formatCell(field, value, names)
  const isNumber =
    field.type === 'money' || field.type === 'decimal' || field.type === 'integer' || isHundredths(field)
  if (!isNumber || text === '') return text
  const number = Number(text.replaceAll(',', ''))
  // A spreadsheet program keeps fifteen digits; what has more is written as text.
  if (Number(number.toPrecision(15)) !== number) return text
  const back = parseCell(field, String(number))
  return back.ok && back.value === value ? number : text
}

function halves(width: number, side: number) {
  const half = Math.floor(width / 2)
  const labelAt = side === 0 ? 0 : half
  const end = side === 0 ? half : width
  return { labelAt, valueAt: labelAt + 2, valueWidth: end - labelAt - 2 }
}

function pairsOf<T>(items: readonly T[]): (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / 2) }, (_, index) =>
    items.slice(index * 2, index * 2 + 2),
  )
}

/** As wide as the widest table wants its columns; the others wrap their text. */
function widthsOf(tables: readonly (readonly FieldDefinition[])[], width: number): number[] {
  const [main = []] = [...tables].sort((a, b) => b.length - a.length)
  return Array.from({ length: width }, (_, index) => (main[index] ? wishOf(main[index]) : 12))
}

function wishOf(column: FieldDefinition): number {
  if (column.type === 'longtext') return 28
  if (column.type === 'text') return (column.max ?? 200) <= 50 ? 12 : 22
  if (column.type === 'choice') return 14
  return Math.max(11, column.label.length * 2 + 2)
}
