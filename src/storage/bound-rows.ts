import { type Kysely, type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import type { BoundTable, ContentRow } from '../domain/forms/form.ts'
import { DomainError } from '../domain/shared/errors.ts'
import { isId } from '../domain/shared/ids.ts'
import { hasStrange, rowParts } from './row-statement.ts'
import type { Schema } from './schema.ts'

/**
 * Rows that a form shows as one of its tables but that live in a table of their own, because
 * lists and statistics ask for them. Column on the left, name inside the form on the right.
 */
const COLUMNS: Readonly<Record<BoundTable, Readonly<Record<string, string>>>> = {
  indicator: {
    level1: 'level1',
    level2: 'level2',
    name: 'name',
    kind: 'kind',
    operator: 'operator',
    value: 'value',
    unit: 'unit',
    weight_x100: 'weight_x100',
  },
  observation: { indicator_id: 'indicatorId', actual: 'actual' },
  execution: {
    fund: 'fund',
    budget_fen: 'budget_fen',
    adjusted_fen: 'adjusted_fen',
    paid_fen: 'paid_fen',
    expected_fen: 'expected_fen',
  },
  score: {
    weight_x100: 'weight_x100',
    score_x100: 'score_x100',
    computed_x100: 'computedScore_x100',
    method: 'scoringMethod',
  },
}

/** The columns of such a table that the form shows. */
export function boundColumns(table: BoundTable): string[] {
  return Object.keys(COLUMNS[table])
}

/** What every bound row carries besides its columns. */
export type RowOwner = {
  readonly jurisdictionId: string
  readonly projectId: string
  readonly recordId: string
  readonly fiscalYear: number
  /** The month an observation or an execution figure stands for. */
  readonly month: number
}

const NUMBERS = new Set(['weight_x100', 'score_x100', 'computed_x100'])
/** With six decimals at rest; shown as they were typed. */
const DECIMALS = new Set(['value', 'actual'])
const HAS_MONTH: readonly BoundTable[] = ['observation', 'execution']

/** A record and the rows it is to have. */
export type OwnedRows = { readonly owner: RowOwner; readonly rows: readonly ContentRow[] }

/** The rows of a record in their order, as the form shows them; each carries its `id`. */
export async function findBoundRows(
  db: Kysely<Schema>,
  table: BoundTable,
  record: { readonly jurisdictionId: string; readonly recordId: string },
  asOf?: string,
): Promise<ContentRow[]> {
  const source = asOf ? sql`${sql.ref(`${table}_as_of`)}(${asOf}::timestamptz)` : sql.table(table)
  const { rows } = await sql<{ row: ContentRow }>`
    select ${boundRowOf(table)} as row
    from ${source} t
    where t.jurisdiction_id = ${record.jurisdictionId} and t.record_id = ${record.recordId}
    order by t.ordinal, t.id`.execute(db)
  return rows.map(({ row }) => row)
}

/** The present rows of many records of one place, by record. */
export async function findBoundRowsOfMany(
  db: Kysely<Schema>,
  table: BoundTable,
  records: { readonly jurisdictionId: string; readonly recordIds: readonly string[] },
): Promise<Map<string, ContentRow[]>> {
  const { rows } = await sql<{ id: string; rows: ContentRow[] }>`
    select t.record_id as id, json_agg(${boundRowOf(table)} order by t.ordinal, t.id) as rows
    from ${sql.table(table)} t
    where t.jurisdiction_id = ${records.jurisdictionId} and t.record_id = any(${records.recordIds}::uuid[])
    group by t.record_id`.execute(db)
  return new Map(rows.map(({ id, rows: own }) => [id, own]))
}

/** A stored row `t` as the form shows it; the function `record_parts` of the database writes the same. */
export function boundRowOf(table: BoundTable): RawBuilder<ContentRow> {
  const fields = Object.entries(COLUMNS[table]).map(([column, field]) =>
    NUMBERS.has(column)
      ? sql`${sql.lit(field)}, t.${sql.ref(column)}`
      : DECIMALS.has(column)
        ? sql`${sql.lit(field)}, trim_scale(t.${sql.ref(column)})::text`
        : sql`${sql.lit(field)}, t.${sql.ref(column)}::text`,
  )
  return sql`jsonb_strip_nulls(jsonb_build_object('id', t.id, ${sql.join(fields)}) || t.content)`
}

/**
 * Makes the stored rows equal to the given ones: missing ones deleted, others inserted or updated,
 * unchanged ones left alone so that no empty version arises. New rows need an `id` from the caller.
 * @throws DomainError INVALID_INPUT for a row of another record
 */
export async function replaceBoundRows(
  db: Kysely<Schema>,
  table: BoundTable,
  owner: RowOwner,
  rows: readonly ContentRow[],
): Promise<void> {
  await replaceRowsOfMany(db, table, owner.jurisdictionId, [{ owner, rows }])
}

/**
 * The same for many records of one place at once, in one statement too.
 * @throws DomainError INVALID_INPUT for a row of another record
 */
export async function replaceRowsOfMany(
  db: Kysely<Schema>,
  table: BoundTable,
  jurisdictionId: string,
  records: readonly OwnedRows[],
): Promise<void> {
  const isOfRecords = sql`t.record_id = any(${records.map(({ owner }) => owner.recordId)}::uuid[])`
  const parts = rowParts({ table, jurisdictionId, isOfRecords, ...toStoredRows(table, records) })
  const { rows } = await sql<{ hasStrange: boolean }>`
    with ${sql.join(parts)} select ${hasStrange(table)} as "hasStrange"`
    .execute(db)
    .catch(throwForeignRow)
  refuseForeignRows(rows[0]?.hasStrange ?? true, table)
}

/**
 * Rows as their table has them, with the columns they fill.
 * @throws DomainError INVALID_INPUT for a row without an id, or one that stands twice
 */
export function toStoredRows(table: BoundTable, records: readonly OwnedRows[]) {
  const stored = records.flatMap(({ owner, rows }) =>
    rows.map((row, ordinal) => toStored(table, owner, row, ordinal)),
  )
  const ids = stored.map((row) => row['id'])
  const isClean = new Set(ids).size === ids.length && ids.every((id) => typeof id === 'string' && isId(id))
  refuseForeignRows(!isClean, table)
  return { stored, columns: Object.keys(stored[0] ?? toStored(table, NOBODY, {}, 0)) }
}

/**
 * Browsers name new rows themselves: a name that stands twice, or belongs to another sheet, is refused.
 * @throws DomainError INVALID_INPUT
 */
export function refuseForeignRows(hasForeign: boolean, table: BoundTable): void {
  if (!hasForeign) return
  throw new DomainError(
    'INVALID_INPUT',
    '表中有一行的编号与别的行重复，没有保存。请刷新页面后重新填写；从文件读入的，请对方换用新的主键。',
    {
      places: [{ field: table, problem: '行号重复' }],
    },
  )
}

/** @throws DomainError INVALID_INPUT where a statement failed because a row belongs elsewhere; else its own error */
export function throwForeignRow(error: unknown): never {
  const table = tableOfForeignRow(error)
  if (table) refuseForeignRows(true, table)
  throw error
}

/**
 * The table whose key an added row violates: its id is that of a row somewhere else. A row that whoever writes may
 * not see is refused by the second wall instead.
 */
function tableOfForeignRow(error: unknown): BoundTable | undefined {
  if (!(error instanceof pg.DatabaseError)) return undefined
  const { code, constraint, message } = error
  const tables = Object.keys(COLUMNS) as BoundTable[]
  if (code === UNIQUE_VIOLATION) return tables.find((table) => constraint === `${table}_pkey`)
  if (code !== BEHIND_THE_WALL) return undefined
  return tables.find((table) => message.includes(`"${table}"`))
}

const UNIQUE_VIOLATION = '23505'
const BEHIND_THE_WALL = '42501'

/** For the columns alone, where there is no row. */
const NOBODY: RowOwner = { jurisdictionId: '', projectId: '', recordId: '', fiscalYear: 0, month: 0 }

function toStored(
  table: BoundTable,
  owner: RowOwner,
  row: ContentRow,
  ordinal: number,
): Record<string, unknown> {
  const { columns, named } = SHAPES[table]
  const stored: Record<string, unknown> = {
    id: row['id'],
    jurisdiction_id: owner.jurisdictionId,
    record_id: owner.recordId,
    project_id: owner.projectId,
    ordinal,
  }
  for (const [column, field] of columns) stored[column] = row[field] === '' ? null : (row[field] ?? null)
  Object.assign(stored, defaultsOf(table, row))
  if (HAS_MONTH.includes(table)) Object.assign(stored, { fiscal_year: owner.fiscalYear, month: owner.month })
  const rest: Record<string, unknown> = {}
  for (const field in row) if (!named.has(field)) rest[field] = row[field]
  stored['content'] = rest
  return stored
}

/** Columns of a table as pairs, and the fields that have one: a file brings thousands of rows. */
const SHAPES = Object.fromEntries(
  Object.entries(COLUMNS).map(([table, columns]) => [
    table,
    { columns: Object.entries(columns), named: new Set([...Object.values(columns), 'id']) },
  ]),
) as unknown as Readonly<
  Record<
    BoundTable,
    { readonly columns: readonly (readonly [string, string])[]; readonly named: ReadonlySet<string> }
  >
>

/** A draft row may still be empty where the table wants a value. */
function defaultsOf(table: BoundTable, row: ContentRow): Record<string, unknown> {
  if (table === 'indicator') {
    return { level1: row['level1'] ?? '', level2: row['level2'] ?? '', name: row['name'] ?? '' }
  }
  if (table === 'execution') return { fund: row['fund'] ?? 'total' }
  if (table === 'score') return { item_code: row['itemCode'] ?? row['indicatorId'] ?? '' }
  return {}
}
