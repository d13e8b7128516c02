import type { ExchangeProfile, ExchangeTable } from './profile.ts'
import type { TableRow } from './table-rows.ts'

/** Rows under the name of their table. */
export type NamedRows = { readonly table: ExchangeTable; readonly rows: readonly TableRow[] }

/** One line a row: `{"table": …, "columns as in the standard": …}`; blank columns are left out. */
export function writeJsonLines(profile: ExchangeProfile, tables: readonly NamedRows[]): string {
  const head = JSON.stringify({ profile: profile.profile, version: profile.version })
  const lines = tables.flatMap(({ table, rows }) =>
    rows.map((row) => {
      const filled = table.columns.flatMap(({ column }, at) => (row[at] ? [[column, row[at]] as const] : []))
      return JSON.stringify({ table: table.table, ...Object.fromEntries(filled) })
    }),
  )
  return `${[head, ...lines].join('\n')}\n`
}

/** @returns rows by table; `undefined` for text that is not of this format */
export function readJsonLines(profile: ExchangeProfile, text: string): NamedRows[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const parsed = lines.map(parseObject)
  if (parsed.some((line) => line === undefined) || parsed[0]?.['profile'] !== profile.profile)
    return undefined
  return profile.tables.flatMap((table) => {
    const own = parsed.filter((line) => line?.['table'] === table.table)
    const rows = own.map((line) => table.columns.map(({ column }) => String(line?.[column] ?? '')))
    return rows.length === 0 ? [] : [{ table, rows }]
  })
}

function parseObject(line: string): { readonly [column: string]: unknown } | undefined {
  try {
    const value = JSON.parse(line) as unknown
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as { readonly [column: string]: unknown })
      : undefined
  } catch {
    return undefined
  }
}

/** UTF-8 with its mark, the Chinese headings first and the names of the columns below, as in the workbook. */
export function writeCsv({ table, rows }: NamedRows): string {
  const lines = [table.columns.map(({ title }) => title), table.columns.map(({ column }) => column), ...rows]
  return `\ufeff${lines.map((line) => line.map(quote).join(',')).join('\r\n')}\r\n`
}

/** What begins like a formula is quoted by a tab, which reading takes away: a table never computes. */
function quote(cell: string): string {
  const safe = /^[=+\-@\t]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell) ? `\t${cell}` : cell
  return /[",\r\n\t]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

/**
 * The table a sheet or file holds: the one whose column names stand in a line of the first five.
 * @param rows text by row and column
 */
export function readSheetRows(
  profile: ExchangeProfile,
  rows: readonly (readonly string[])[],
): NamedRows | undefined {
  for (let head = 0; head < Math.min(5, rows.length); head += 1) {
    const names = (rows[head] ?? []).map((name) => name.trim())
    const table = profile.tables.find(
      ({ columns, key }) =>
        columns
          .filter(({ field }) => field !== null && key.includes(field))
          .every(({ column }) => names.includes(column)) &&
        names.filter((name) => name !== '').every((name) => columns.some(({ column }) => column === name)),
    )
    if (!table) continue
    const at = table.columns.map(({ column }) => names.indexOf(column))
    const data = rows
      .slice(head + 1)
      .filter((row) => row.some((cell) => cell !== ''))
      .map((row) => at.map((index) => (index < 0 ? '' : (row[index] ?? '').replace(/^\t/, ''))))
    return { table, rows: data }
  }
  return undefined
}
