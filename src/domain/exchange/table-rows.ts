import type { Entity, ExchangeProfile, ExchangeTable } from './profile.ts'
import { fromColumn, toColumn } from './transform.ts'

/** A row in the order of the table's columns. */
export type TableRow = readonly string[]

export type TableFault = {
  readonly table: string
  /** Counts from 1 among the rows of data. */
  readonly row: number
  readonly column: string
  readonly message: string
}

export type WrittenTable = { readonly rows: readonly TableRow[]; readonly faults: readonly TableFault[] }

/** Our entities as rows of a table; a value that does not fit its column is a fault, never cut. */
export function writeRows(
  profile: ExchangeProfile,
  table: ExchangeTable,
  entities: readonly Entity[],
): WrittenTable {
  const faults: TableFault[] = []
  const rows = entities.map((entity, index) =>
    table.columns.map((column) => {
      const isRead = column.direction === 'none' || column.direction === 'in'
      const value = column.field === null || isRead ? null : entity[column.field]
      if (value === null || value === undefined || value === '') return ''
      const converted = toColumn(profile, column, value)
      if (converted.ok) return converted.value
      faults.push({ table: table.table, row: index + 1, column: column.column, message: converted.message })
      return ''
    }),
  )
  return { rows, faults }
}

export type ReadTable = {
  readonly entities: readonly Entity[]
  /** Rows that cannot be taken, each with its place; nothing else of such a row counts. */
  readonly quarantined: readonly TableFault[]
}

/** Rows of a table as our entities. A row with one value that does not fit is set aside whole. */
export function readRows(
  profile: ExchangeProfile,
  table: ExchangeTable,
  rows: readonly TableRow[],
): ReadTable {
  const quarantined: TableFault[] = []
  const entities = rows.flatMap((row, index): Entity[] => {
    const entity: Record<string, string | null> = {}
    const before = quarantined.length
    table.columns.forEach((column, at) => {
      const text = row[at] ?? ''
      if (column.field === null || column.direction === 'none') return
      if (text === '') {
        entity[column.field] = null
        return
      }
      const converted = fromColumn(profile, column, text)
      if (converted.ok) entity[column.field] = converted.value
      else
        quarantined.push({
          table: table.table,
          row: index + 1,
          column: column.column,
          message: `${column.title}“${text.slice(0, 40)}”${converted.message}`,
        })
    })
    const lacking = table.key.filter((field) => !entity[field])
    for (const field of lacking)
      quarantined.push({
        table: table.table,
        row: index + 1,
        column: table.columns.find((column) => column.field === field)?.column ?? field,
        message: '没有填写，无法认出是哪一行',
      })
    return quarantined.length === before ? [entity] : []
  })
  return { entities, quarantined }
}

export function keyOf(table: ExchangeTable, entity: Entity): string {
  return table.key.map((field) => entity[field] ?? '').join('\u0001')
}
