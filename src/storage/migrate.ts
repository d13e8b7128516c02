import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { closeDoors } from './close-doors.ts'
import { APP_ROLE, PUBLIC_ROLE } from './connection.ts'
import { OperationProblem } from './problem.ts'

export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }

const FILE_NAME = /^\d{4}_[a-z0-9_]+\.sql$/
/** Any fixed number: it only has to be the same for every runner. */
const MIGRATION_LOCK = 7_401_018

const HISTORY_TABLE = `
  create table if not exists jiheng_migration (
    name text primary key,
    checksum text not null,
    applied_at timestamptz not null default now()
  )`

/** The migrations shipped with the product, in order. */
export function shippedMigrations(): Promise<Migration[]> {
  return readMigrations(path.join(import.meta.dirname, 'migrations'))
}

/** Reads `0001_create_….sql` and so on from a folder, in order; two files with one number are refused. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => FILE_NAME.test(name)).sort()
  const twice = names.find((name, index) => names[index - 1]?.slice(0, 4) === name.slice(0, 4))
  if (twice) throw new OperationProblem(`迁移文件编号重复：${twice}。请改用下一个编号。`)
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(folder, name), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Brings the database to the newest migration; safe to run again and by two runners at once.
 * @param owner pool of the role that owns the tables
 * @returns names applied now
 * @throws OperationProblem when an applied file was changed, a newer product has been here, or SQL fails
 */
export async function migrate(owner: pg.Pool, migrations: readonly Migration[]): Promise<string[]> {
  const client = await owner.connect()
  try {
    await client.query(`select pg_advisory_lock(${MIGRATION_LOCK})`)
    try {
      await ensureAppRole(client)
      await ensurePublicRole(client)
      await closeDoors(client)
      await client.query(HISTORY_TABLE)
      const waiting = await unapplied(client, migrations)
      for (const migration of waiting) await applyOne(client, migration)
      return waiting.map((migration) => migration.name)
    } finally {
      await client.query(`select pg_advisory_unlock(${MIGRATION_LOCK})`)
    }
  } finally {
    client.release()
  }
}

async function unapplied(client: pg.PoolClient, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from jiheng_migration order by name',
  )
  const shipped = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, checksum } of rows) {
    const known = shipped.get(name)
    if (!known) {
      throw new OperationProblem(`数据库比程序新：库中已执行 ${name}，本版本没有这一步。请改用新版本的程序。`)
    }
    if (known.checksum !== checksum) {
      throw new OperationProblem(
        `迁移文件 ${name} 在执行之后被改动过。请恢复原文件；演示数据可用 jiheng demo --reset 重建。`,
      )
    }
  }
  const applied = new Set(rows.map((row) => row.name))
  return migrations.filter((migration) => !applied.has(migration.name))
}

async function applyOne(client: pg.PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into jiheng_migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new OperationProblem(
      `数据库升级在 ${name} 处失败，这一步已全部撤回：${explain(error, sql)}`,
      String(error),
    )
  }
}

/** Adds the line of the SQL file to the server's message: positions are counted in characters. */
function explain(error: unknown, sql: string): string {
  if (!(error instanceof Error)) return String(error)
  const position = 'position' in error ? Number(error.position) : Number.NaN
  if (Number.isNaN(position)) return error.message
  return `${error.message}(第 ${Array.from(sql).slice(0, position).join('').split('\n').length} 行)`
}

const INSUFFICIENT_PRIVILEGE = '42501'

/** The embedded server is made with the role; an outside server's administrator may have to add it. */
async function ensureAppRole(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ is_member: boolean }>(
    `select pg_has_role(current_user, oid, 'member') as is_member from pg_roles where rolname = $1`,
    [APP_ROLE],
  )
  if (rows[0]?.is_member) return
  try {
    if (!rows[0]) await client.query(`create role ${APP_ROLE} nologin`)
    await client.query(`grant ${APP_ROLE} to current_user`)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === INSUFFICIENT_PRIVILEGE)) throw error
    throw new OperationProblem(
      `数据库账号无权创建应用角色。请数据库管理员执行一次:create role ${APP_ROLE} nologin; grant ${APP_ROLE} to 该账号；然后重新启动。`,
      error.message,
    )
  }
}

/** Nobody works as this role inside; on an outside server the administrator gives it a way to log in. */
async function ensurePublicRole(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query('select from pg_roles where rolname = $1', [PUBLIC_ROLE])
  if (rows[0]) return
  try {
    await client.query(`create role ${PUBLIC_ROLE} nologin`)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === INSUFFICIENT_PRIVILEGE)) throw error
    throw new OperationProblem(
      `数据库账号无权创建公开站角色。请数据库管理员执行一次:create role ${PUBLIC_ROLE} nologin；然后重新启动。`,
      error.message,
    )
  }
}
