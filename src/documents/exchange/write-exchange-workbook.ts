import type { WriteSheet } from 'hucre'
import type { NamedRows } from '../../domain/exchange/text-formats.ts'
import { cellString } from '../shared/cell-string.ts'

/** The bytes depend on the rows alone. */
const WRITTEN_AT = new Date(Date.UTC(2000, 0, 1))
const HEAD = { font: { name: '黑体', size: 11 }, numFmt: '@' }

/**
 * A sheet a table: the Chinese meaning on top, the names of the columns in a hidden second row, text only.
 */
export async function writeExchangeWorkbook(tables: readonly NamedRows[], profile: string): Promise<Buffer> {
  const { writeXlsx } = await import('hucre')
  const bytes = await writeXlsx({
    sheets: tables.map(sheetOf),
    properties: { creator: '绩衡', title: profile, created: WRITTEN_AT, modified: WRITTEN_AT },
  })
  return Buffer.from(bytes)
}

function sheetOf({ table, rows }: NamedRows): WriteSheet {
  const { columns } = table
  return {
    name: table.table,
    columns: columns.map(({ title }) => ({ width: Math.max(12, title.length * 2 + 4), numFmt: '@' })),
    rows: [
      columns.map(({ title }) => title),
      columns.map(({ column }) => column),
      ...rows.map((row) => row.map((text) => (text === '' ? null : cellString(withTab(text))))),
    ],
    cells: new Map(columns.map((_, index) => [`0,${index}`, { style: HEAD }])),
    rowDefs: new Map([[1, { hidden: true }]]),
    freezePane: { rows: 2 },
  }
}

/** Whoever reads such a table takes one leading tab away, since files of text need it before a formula's look. */
function withTab(text: string): string {
  return text.startsWith('\t') ? `\t${text}` : text
}
