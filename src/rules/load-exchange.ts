import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Direction,
  type ExchangeColumn,
  type ExchangeProfile,
  type ExchangeTable,
  TRANSFORMS,
} from '../domain/exchange/profile.ts'
import { DomainError } from '../domain/shared/errors.ts'
import { parseYaml } from './parse-yaml.ts'

type ColumnLine = readonly [
  column: string,
  title: string,
  field: string | null,
  transform: string,
  max: number,
  more?: { readonly direction?: Direction; readonly confirmed?: boolean },
]
type TableLine = Omit<ExchangeTable, 'columns' | 'direction'> & {
  readonly direction?: Direction
  readonly columns: readonly ColumnLine[]
}

/**
 * Reads `exchange/<profile>.yaml` below the rules folder.
 * @throws DomainError RULE_VIOLATED for an unknown way of writing or a column that stands twice
 */
export function loadExchange(rulesFolder: string, profile: string): ExchangeProfile {
  const file = join(rulesFolder, 'exchange', `${profile}.yaml`)
  const read = parseYaml(readFileSync(file, 'utf8')) as Omit<ExchangeProfile, 'tables'> & {
    readonly tables: readonly TableLine[]
  }
  const tables = read.tables.map((table) => toTable(table))
  for (const table of tables) requireSound(read, table)
  return { ...read, tables }
}

function toTable({ direction = 'both', columns, ...rest }: TableLine): ExchangeTable {
  return { ...rest, direction, columns: columns.map((line) => toColumn(line, direction)) }
}

function toColumn(
  [column, title, field, transform, max, more]: ColumnLine,
  direction: Direction,
): ExchangeColumn {
  return {
    column,
    title,
    field,
    transform,
    max,
    direction: more?.direction ?? (field === null ? 'none' : direction),
    isConfirmed: more?.confirmed ?? false,
  }
}

function requireSound(
  { codes }: Pick<ExchangeProfile, 'codes'>,
  { table, columns, key }: ExchangeTable,
): void {
  const refuse = (what: string) => {
    throw new DomainError('RULE_VIOLATED', `交换表 ${table}：${what}，请改正 rules/exchange 中的配置。`)
  }
  for (const { column, transform } of columns) {
    if (columns.filter((other) => other.column === column).length > 1) refuse(`列 ${column} 出现了两次`)
    const scheme = /^code:(.+)$/.exec(transform)?.[1]
    const isKnown = scheme ? scheme in codes : (TRANSFORMS as readonly string[]).includes(transform)
    if (!isKnown) refuse(`列 ${column} 的转换“${transform}”不认识`)
  }
  for (const field of key)
    if (!columns.some((one) => one.field === field)) refuse(`主键 ${field} 没有对应的列`)
}
