import type { Kysely, Transaction } from 'kysely'
import type pg from 'pg'
import { toHex, toUtf8 } from '../../domain/ledger/bytes.ts'
import { originOf } from '../../domain/ledger/origin.ts'
import { type SealedObject, sealedText } from '../../domain/ledger/sealed-value.ts'
import { toChinaTime } from '../../domain/ledger/stored-image.ts'
import { type AuditDay, sealAuditDay, systemLeaf } from '../../domain/ledger/system-leaf.ts'
import {
  type CheckpointRow,
  databaseNow_s,
  findCheckpoints,
  findUnsealedDays,
} from '../../storage/checkpoint-repository.ts'
import { kyselyOn } from '../../storage/connection.ts'
import { appendLeaves } from '../../storage/ledger-append.ts'
import { readAuditDay } from '../../storage/ledger-audit.ts'
import { findHeads, findLeavesOfType } from '../../storage/ledger-repository.ts'
import type { Schema } from '../../storage/schema.ts'
import type { Services } from '../kernel/context.ts'
import { readCanon } from './read-canon.ts'
import { makeCheckpoint } from './make-checkpoint.ts'
import { proveDisclosures } from './prove-disclosures.ts'

export const PROVINCE = '640000'
/** A transaction that began before midnight is over by then: statements end after 30 seconds. */
const SETTLED_S = 600
const CROSS_EVERY_MS = 30 * 24 * 3_600_000

type Keeping = Pick<Services, 'ledger' | 'newId' | 'clock' | 'isDemo'>

export type KeptLedger = {
  readonly jurisdictionId: string
  readonly checkpoint: CheckpointRow
  readonly sealedDays: readonly string[]
  readonly taken: readonly string[]
}

/**
 * The daily work on the ledgers, done by whoever runs the machine: audit rows of finished days are
 * sealed, every log gets a checkpoint, the region's log takes the counties' checkpoints, and once a
 * month each county's log takes the region's. One transaction and one audit row per log.
 */
export async function keepLedgers(
  owner: pg.Pool,
  services: Keeping,
  jurisdictionId?: string,
): Promise<KeptLedger[]> {
  const db = kyselyOn(owner)
  const places = (await findHeads(db)).map((head) => head.jurisdictionId)
  const counties = places.filter((place) => place !== PROVINCE)
  const wanted = jurisdictionId ? [jurisdictionId] : [...counties, PROVINCE]
  const kept: KeptLedger[] = []
  for (const place of wanted) {
    const one = await db.transaction().execute((trx) => keepLedger(trx, services, place))
    if (one) kept.push(one)
  }
  return kept
}

async function keepLedger(
  db: Transaction<Schema>,
  services: Keeping,
  jurisdictionId: string,
): Promise<KeptLedger | undefined> {
  const now = services.clock().toISOString()
  const [before] = await findHeads(db, jurisdictionId)
  if (!before && jurisdictionId !== PROVINCE) return undefined
  const days = await daysToSeal(db, jurisdictionId)
  const foreign = await checkpointsToTake(db, jurisdictionId, now)
  const leaves = [
    ...days.map((day) => ({
      type: 'audit.sealed' as const,
      body: { audit: day.sealed as unknown as SealedObject },
    })),
    ...foreign.map((row) => ({ type: 'checkpoint.taken' as const, body: { checkpoint: quote(row) } })),
  ]
  if (leaves.length > 0) {
    await appendLeaves(
      db,
      { jurisdictionId, origin: originOf(jurisdictionId, services.isDemo) },
      services.ledger.hashes,
      leaves.map(({ type, body }) => ({
        type,
        canon: toUtf8(sealedText(systemLeaf(type, jurisdictionId, toChinaTime(now), body))),
        salts: [],
      })),
    )
  }
  const [head] = await findHeads(db, jurisdictionId)
  const made = head && (await makeCheckpoint(db, services, head, now))
  if (!made) return undefined
  await proveDisclosures(db, services, head, now)
  await noteKeeping(db, services, jurisdictionId, made.isNew ? made.row.size : undefined)
  return {
    ...{ jurisdictionId, checkpoint: made.row },
    sealedDays: days.map(({ sealed }) => sealed.day),
    taken: foreign.map((row) => row.jurisdictionId),
  }

  async function daysToSeal(trx: Kysely<Schema>, place: string) {
    const done = (await findLeavesOfType(trx, place, 'audit.sealed')).map(
      ({ canon }) => (readCanon(canon)?.['audit'] as unknown as AuditDay | undefined)?.day ?? '',
    )
    const settled = new Date(((await databaseNow_s(trx)) - SETTLED_S + 8 * 3_600) * 1000)
      .toISOString()
      .slice(0, 10)
    const found = await findUnsealedDays(trx, place, done, settled)
    const sealed = []
    for (const day of found)
      sealed.push({ sealed: sealAuditDay(services.ledger.hashes, day, await readAuditDay(trx, place, day)) })
    return sealed
  }
}

/** Checkpoints of other logs that shall be written into this one. */
async function checkpointsToTake(
  db: Kysely<Schema>,
  jurisdictionId: string,
  now: string,
): Promise<CheckpointRow[]> {
  const taken = (await findLeavesOfType(db, jurisdictionId, 'checkpoint.taken')).map((leaf) => ({
    at: leaf.createdAt,
    quoted: readCanon(leaf.canon)?.['checkpoint'] as SealedObject | undefined,
  }))
  const isTaken = (row: CheckpointRow) =>
    taken.some(
      ({ quoted }) => quoted?.['sha256'] === toHex(row.root.sha256) && quoted['size'] === String(row.size),
    )
  if (jurisdictionId !== PROVINCE) {
    const last = taken.at(-1)?.at
    if (last && Date.parse(now) - Date.parse(last) < CROSS_EVERY_MS) return []
    return (await findCheckpoints(db, PROVINCE, { limit: 1 })).filter((row) => !isTaken(row))
  }
  const newest: CheckpointRow[] = []
  for (const head of await findHeads(db)) {
    if (head.jurisdictionId === PROVINCE) continue
    newest.push(...(await findCheckpoints(db, head.jurisdictionId, { limit: 1 })))
  }
  return newest.filter((row) => !isTaken(row))
}

function quote(row: CheckpointRow): SealedObject {
  return {
    origin: row.note.split('\n')[0] ?? '',
    size: String(row.size),
    sha256: toHex(row.root.sha256),
    sm3: toHex(row.root.sm3),
  }
}

async function noteKeeping(
  db: Kysely<Schema>,
  services: Keeping,
  jurisdictionId: string,
  size: number | undefined,
) {
  await db
    .insertInto('audit')
    .values({
      id: services.newId(),
      jurisdiction_id: jurisdictionId,
      person_id: null,
      post_id: null,
      role: null,
      use_case: 'ledger.keep',
      title: '契约账每日封存和出具凭证',
      outcome: 'done',
      subject_kind: 'ledger',
      subject_id: null,
      project_id: null,
      address: '命令行',
      request_id: null,
      changes: JSON.stringify(
        size === undefined ? [] : [{ field: 'checkpoint', from: null, to: `${size}条` }],
      ),
    })
    .execute()
}
