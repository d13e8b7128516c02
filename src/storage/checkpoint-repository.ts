import { type Kysely, sql } from 'kysely'
import type { Both } from '../domain/ledger/hash.ts'
import type { Schema } from './schema.ts'

export type CheckpointRow = {
  readonly jurisdictionId: string
  readonly size: number
  readonly root: Both<Buffer>
  readonly note: string
  readonly createdAt: string
  /** Signature lines of witnesses, in the order they came. */
  readonly cosignatures: readonly Cosignature[]
}

export type Cosignature = {
  readonly witness: string
  readonly key: string
  readonly line: string
  readonly organisationName: string
  readonly receivedAt: string
}

/** Checkpoints of a log, newest first; those up to a size when one is given. */
export async function findCheckpoints(
  db: Kysely<Schema>,
  jurisdictionId: string,
  where: { readonly size?: number; readonly limit?: number } = {},
): Promise<CheckpointRow[]> {
  const { rows } = await sql<{
    jurisdictionId: string
    size: bigint
    sha256: Buffer
    sm3: Buffer
    note: string
    createdAt: string
    cosignatures: Cosignature[]
  }>`select c.jurisdiction_id as "jurisdictionId", c.size, c.root_sha256 as sha256, c.root_sm3 as sm3, c.note,
      c.created_at as "createdAt", coalesce((select jsonb_agg(jsonb_build_object('witness', s.witness, 'key', s.key,
        'line', s.line, 'organisationName', o.name, 'receivedAt', s.received_at) order by s.received_at, s.witness)
        from ledger_cosignature s join organisation o on o.id = s.organisation_id
        where s.jurisdiction_id = c.jurisdiction_id and s.size = c.size), '[]') as cosignatures
    from ledger_checkpoint c
    where c.jurisdiction_id = ${jurisdictionId} and (${where.size ?? null}::bigint is null or c.size = ${where.size ?? null}::bigint)
    order by c.size desc limit ${where.limit ?? 1000}`.execute(db)
  return rows.map(({ size, sha256, sm3, ...row }) => ({ ...row, size: Number(size), root: { sha256, sm3 } }))
}

export async function insertCheckpoint(
  db: Kysely<Schema>,
  checkpoint: {
    readonly jurisdictionId: string
    readonly size: number
    readonly roots: Both<Uint8Array>
    readonly note: string
  },
): Promise<void> {
  await db
    .insertInto('ledger_checkpoint')
    .values({
      jurisdiction_id: checkpoint.jurisdictionId,
      size: BigInt(checkpoint.size),
      root_sha256: Buffer.from(checkpoint.roots.sha256),
      root_sm3: Buffer.from(checkpoint.roots.sm3),
      note: checkpoint.note,
    })
    .execute()
}

/** @returns whether it was new; the same witness signs a checkpoint once */
export async function insertCosignature(
  db: Kysely<Schema>,
  cosignature: {
    readonly jurisdictionId: string
    readonly size: number
    readonly witness: string
    readonly key: string
    readonly line: string
    readonly organisationId: string
  },
): Promise<boolean> {
  const done = await db
    .insertInto('ledger_cosignature')
    .values({
      jurisdiction_id: cosignature.jurisdictionId,
      size: BigInt(cosignature.size),
      witness: cosignature.witness,
      key: cosignature.key,
      line: cosignature.line,
      organisation_id: cosignature.organisationId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

/** Days with audit rows that are over and not sealed yet, oldest first. */
export async function findUnsealedDays(
  db: Kysely<Schema>,
  jurisdictionId: string,
  sealed: readonly string[],
  before: string,
): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    select distinct to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day from audit
    where coalesce(jurisdiction_id, '640000') = ${jurisdictionId} and at < ${`${before}T00:00:00+08:00`}::timestamptz
    order by 1`.execute(db)
  return rows.map(({ day }) => day).filter((day) => !sealed.includes(day))
}

/** The moment the database knows, in seconds since 1970: sealing must not run ahead of its rows. */
export async function databaseNow_s(db: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ now: string }>`select extract(epoch from now())::text as now`.execute(db)
  return Number(rows[0]?.now)
}
