import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { type HotLane, openHotLane } from './hot-lane.ts'
import { preparing } from './prepared.ts'
import type { Schema } from './schema.ts'

/** Where the database is: a URL, or the socket directory and account of the embedded server. */
export type DatabaseAddress =
  | { readonly url: string }
  | {
      readonly host: string
      readonly port: number
      readonly user: string
      readonly password?: string
      readonly database: string
    }

/** The role every request works as: it owns nothing, so row-level security binds it. */
export const APP_ROLE = 'jiheng_app'
/** The role the public site reads as: it may enter the schema `disclosure` and nothing else. */
export const PUBLIC_ROLE = 'jiheng_public'

export type DatabaseOptions = {
  /** connections that work as `jiheng_app`, default 10 */
  readonly appConnections?: number
  /** connections that work as the owner of the tables, default 2 */
  readonly ownerConnections?: number
}

/** Kysely for the common case; the pools serve hot paths and plain SQL. */
export type Database = {
  /** owner of the tables: migrations, doctor, backup; never a request */
  readonly owner: pg.Pool
  /** everything a person does */
  readonly app: pg.Pool
  readonly query: Kysely<Schema>
  /** the two reads everybody makes all day, bound like `app` */
  readonly hot: HotLane
  close(): Promise<void>
}

const APP_SETTINGS = [
  `-c role=${APP_ROLE}`,
  '-c statement_timeout=30s',
  '-c lock_timeout=10s',
  '-c idle_in_transaction_session_timeout=60s',
]
/** The plan by index, made once: these statements touch a few rows of a place, never a whole table. */
const HOT_SETTINGS = [...APP_SETTINGS, '-c plan_cache_mode=force_generic_plan', '-c random_page_cost=1.1']

/**
 * Opens the pools. Nothing is connected until the first query.
 *
 * The app pool asks for its role in the start-up packet, not by a later `set role`: a connection
 * that may not have the role is refused before its first query, and `reset role` cannot leave it.
 */
export function openDatabase(address: DatabaseAddress, options: DatabaseOptions = {}): Database {
  const owner = openPool(address, options.ownerConnections ?? 2, 'jiheng owner', [])
  const app = openPool(address, options.appConnections ?? 10, 'jiheng', APP_SETTINGS)
  const hot = openHotLane(configOf(address, 'jiheng hot', HOT_SETTINGS))
  return {
    owner,
    app,
    query: kyselyOn(app),
    hot,
    async close() {
      await Promise.all([owner.end(), app.end(), hot.close()])
    },
  }
}

/** Typed queries on a pool. */
export function kyselyOn(pool: pg.Pool): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
}

function openPool(address: DatabaseAddress, max: number, name: string, settings: readonly string[]): pg.Pool {
  // Nothing waits for the answer before it: `begin` and `commit` travel with other statements (round-trips.ts).
  const pool = new pg.Pool({ ...configOf(address, name, settings), max, pipeline: true })
  // An idle connection that breaks (server restarted) is simply replaced at the next query;
  // without a listener pg would end the whole process.
  pool.on('error', () => undefined)
  // The same while it is lent: the pool listens only to idle ones. Whoever holds it is told by the next statement.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

function configOf(address: DatabaseAddress, name: string, settings: readonly string[]): pg.ClientConfig {
  return {
    ...('url' in address ? { connectionString: address.url } : address),
    application_name: name,
    options: ['-c timezone=UTC', '-c datestyle=ISO', ...settings].join(' '),
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser },
  }
}

const INT8 = 20
const DATE = 1082
const TIMESTAMPTZ = 1184
const INT8_ARRAY = 1016
const DATE_ARRAY = 1182
const TIMESTAMPTZ_ARRAY = 1185

const ownParsers: { readonly [oid: number]: (text: string) => unknown } = {
  [INT8]: BigInt,
  [DATE]: asText,
  [TIMESTAMPTZ]: toIsoInstant,
  [INT8_ARRAY]: (text) => textArray(text).map((item) => (item === null ? null : BigInt(item))),
  [DATE_ARRAY]: textArray,
  [TIMESTAMPTZ_ARRAY]: (text) => textArray(text).map((item) => (item === null ? null : toIsoInstant(item))),
}

/** bigint → BigInt, numeric → text, date → 'YYYY-MM-DD', timestamptz → ISO text in UTC with milliseconds. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
  const own = format === 'binary' ? undefined : ownParsers[oid]
  return own ?? pg.types.getTypeParser(oid, format as 'text')
}

function asText(text: string): string {
  return text
}

/** `2026-11-27 07:00:00.123456+00`, as PostgreSQL or its JSON writes it → ISO text in UTC with milliseconds. */
export function toIsoInstant(text: string): string {
  if (text.endsWith('infinity')) return text
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()
}

const TEXT_ARRAY: number = 1009

function textArray(text: string): (string | null)[] {
  const parse: (value: string) => (string | null)[] = pg.types.getTypeParser(TEXT_ARRAY, 'text')
  return parse(text)
}
