import type {
  Align,
  Block,
  HeadingBlock,
  HeadingLevel,
  ParagraphBlock,
  TableBlock,
  TableCell,
  TableColumn,
  TableRow,
} from './block.ts'

/** Short constructors, so that a builder reads like the document it makes. */
export function heading(level: HeadingLevel, text: string): HeadingBlock {
  return { kind: 'heading', level, text }
}

/** Paragraphs of a text somebody typed: one per line, blank lines dropped; `无。` when empty. */
export function paragraphs(text: string | null | undefined, whenEmpty = '无。'): ParagraphBlock[] {
  const lines = splitLines(text)
  return (lines.length > 0 ? lines : [whenEmpty]).map((line) => ({ kind: 'paragraph', text: line }))
}

export function paragraph(text: string, lead?: string): ParagraphBlock {
  return lead === undefined ? { kind: 'paragraph', text } : { kind: 'paragraph', lead, text }
}

/** A numbered list as official texts write it: `1.` at the start of each paragraph. */
export function numbered(texts: readonly string[]): ParagraphBlock[] {
  return texts.map((text, index) => paragraph(`${index + 1}.${text}`))
}

export function splitLines(text: string | null | undefined): string[] {
  return (text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

export type CellOptions = Omit<TableCell, 'text'>

export function cell(text: string | null | undefined, options: CellOptions = {}): TableCell {
  return { text: (text ?? '').trim(), ...options }
}

/** A label of a form: centred. */
export function label(text: string, options: CellOptions = {}): TableCell {
  return { text, align: 'center', ...options }
}

/** A cell of the table's head: centred and bold. */
export function head(text: string, options: CellOptions = {}): TableCell {
  return { text, align: 'center', isBold: true, ...options }
}

/** A figure: right-aligned, so that the digits stand under each other. */
export function figure(text: string, options: CellOptions = {}): TableCell {
  return { text, align: 'right', ...options }
}

export function row(...cells: readonly (TableCell | string)[]): TableRow {
  return { cells: cells.map((given) => (typeof given === 'string' ? cell(given) : given)) }
}

export function tallRow(minHeight_mm: number, ...cells: readonly (TableCell | string)[]): TableRow {
  return { ...row(...cells), minHeight_mm }
}

/** Columns from `[share, align]` pairs. */
export function columns(...given: readonly (number | readonly [number, Align])[]): TableColumn[] {
  return given.map((column) =>
    typeof column === 'number' ? { width: column } : { width: column[0], align: column[1] },
  )
}

export function table(given: Omit<TableBlock, 'kind'>): TableBlock {
  return { kind: 'table', ...given }
}

/**
 * A plain list: a head of names, then rows of text.
 * @throws nothing; a list without rows prints one line saying so.
 */
export function listTable(given: {
  readonly head: readonly string[]
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly string[])[]
  readonly size?: TableBlock['size']
  readonly caption?: string
  readonly unit?: string
  readonly whenEmpty?: string
}): TableBlock {
  const rows =
    given.rows.length > 0
      ? given.rows.map((texts) => row(...texts))
      : [row(label(given.whenEmpty ?? '无', { colSpan: given.columns.length }))]
  return {
    kind: 'table',
    ...(given.caption === undefined ? {} : { caption: given.caption }),
    ...(given.unit === undefined ? {} : { unit: given.unit }),
    columns: given.columns,
    headerRows: 1,
    rows: [row(...given.head.map((text) => head(text))), ...rows],
    size: given.size ?? 'small',
  }
}

/** Gives the first of a run of equal texts a row span and drops the others: 一级指标 in one cell. */
export function mergeDown(texts: readonly string[]): readonly (number | undefined)[] {
  const spans: (number | undefined)[] = []
  for (let start = 0; start < texts.length; ) {
    let end = start + 1
    while (end < texts.length && texts[end] === texts[start]) end += 1
    spans[start] = end - start
    for (let i = start + 1; i < end; i += 1) spans[i] = undefined
    start = end
  }
  return spans
}

export function flatten(...groups: readonly (Block | readonly Block[] | undefined)[]): Block[] {
  return groups.flatMap((group) => (group === undefined ? [] : group)) as Block[]
}
