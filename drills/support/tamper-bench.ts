import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { inspectLedger, type Inspecting } from '../../src/app/ledger/inspect-ledger.ts'
import { findBreaches, sealedActs, SQL_INVARIANTS } from '../../src/storage/invariants.ts'
import { RECORD_KINDS } from '../../src/domain/record-kinds.ts'
import type { DatabaseAddress } from '../../src/storage/connection.ts'
import { openDatabase } from '../../src/storage/connection.ts'
import type { Schema } from '../../src/storage/schema.ts'

/** Somebody with the database in hand, who takes back whatever they did after each try. */
export type Bench = {
  readonly client: pg.PoolClient
  readonly db: Kysely<Schema>
  /** Runs the tampering with triggers, keys and checks off, looks, takes it back. Gives what was found. */
  attempt(tamper: () => Promise<void>, table?: string): Promise<string[]>
  close(): Promise<void>
}

const SEALED = RECORD_KINDS.flatMap(({ kind, seals = [] }) =>
  seals.map(({ by, as }) => ({ kind, action: by, type: as })),
)
const INVARIANTS = [...SQL_INVARIANTS, sealedActs(SEALED)]

/**
 * @param address of a superuser, or of the owner of the tables, who can switch off the triggers of the
 *   table it names but neither keys nor other tables' triggers
 */
export async function openBench(
  address: DatabaseAddress,
  inspecting: Inspecting,
  jurisdictionId: string,
  options: { readonly isOwner?: boolean } = {},
): Promise<Bench> {
  const database = openDatabase(address, { ownerConnections: 1 })
  const client = await database.owner.connect()
  const query = (...words: unknown[]) => (client.query as (...all: unknown[]) => unknown)(...words)
  const own = { connect: async () => ({ query, release: () => undefined }), end: async () => undefined }
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: own as never }) })
  const find = async () => {
    const { tree, rows } = await inspectLedger(db, inspecting, { jurisdictionId })
    const found = [...tree, ...rows]
    for (const invariant of INVARIANTS) {
      const breaches = await findBreaches(client as never, invariant)
      found.push(...breaches.examples.map((what) => `${invariant.id} ${what}`))
    }
    return found
  }
  return {
    client,
    db,
    async attempt(tamper, table) {
      await client.query('begin')
      try {
        if (!options.isOwner) await client.query('set local session_replication_role = replica')
        else if (table) await client.query(`alter table ${table} disable trigger user`)
        if (table) await dropChecks(client, table)
        await tamper()
        return await find()
      } finally {
        await client.query('rollback')
      }
    },
    async close() {
      client.release()
      await database.close()
    },
  }
}

async function dropChecks(client: pg.PoolClient, table: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(conname) as name from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
    [table],
  )
  for (const { name } of rows) await client.query(`alter table ${table} drop constraint ${name}`)
}

export type Column = { readonly name: string; readonly type: string; readonly isKey: boolean }

export async function columnsOf(client: pg.PoolClient, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
       coalesce(a.attnum = any (i.indkey), false) as "isKey"
     from pg_attribute a left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum`,
    [table],
  )
  return rows
}

/** Another value of the same type: what a careful forger might write. */
export function otherValue({ name, type }: Column): string {
  if (name === 'jurisdiction_id')
    return '(select id from jurisdiction where id not in (select jurisdiction_id from ledger_head) order by id limit 1)'
  if (type === 'uuid') return 'gen_random_uuid()'
  if (type === 'boolean') return `not coalesce(${name}, false)`
  if (type === 'jsonb')
    return `case when jsonb_typeof(${name}) = 'object' then ${name} || '{"tampered": "x"}' else '{"tampered": "x"}' end`
  if (type === 'bytea')
    return `set_byte(${name}, length(${name}) / 2, (get_byte(${name}, length(${name}) / 2) + 1) % 256)`
  if (type === 'date') return `coalesce(${name}, '2022-01-01') + 1`
  if (type.startsWith('timestamp')) return `coalesce(${name}, now()) + interval '1 hour'`
  if (/^(integer|bigint|smallint|numeric)/.test(type)) return `coalesce(${name}, 0) + 1000`
  return `coalesce(${name}, '') || 'x'`
}
