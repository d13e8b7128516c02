import type { Kysely } from 'kysely'
import { toUtf8 } from '../../domain/ledger/bytes.ts'
import { type Checkpoint, checkpointText } from '../../domain/ledger/checkpoint.ts'
import { forBoth } from '../../domain/ledger/hash.ts'
import { LOG_SIGNATURE, makeKey, type NoteKey, signatureLine, writeNote } from '../../domain/ledger/note.ts'
import { consistencyRanges, nodesFor, pathOf, rootAt } from '../../domain/ledger/proof-path.ts'
import { subtreesOf } from '../../domain/ledger/merkle.ts'
import { toChinaTime } from '../../domain/ledger/stored-image.ts'
import type { ConsistencyProof } from '../../domain/ledger/witness.ts'
import { type CheckpointRow, findCheckpoints, insertCheckpoint } from '../../storage/checkpoint-repository.ts'
import { findNodes, type HeadRow } from '../../storage/ledger-repository.ts'
import type { Schema } from '../../storage/schema.ts'
import type { Services } from '../kernel/context.ts'
import { DomainError } from '../../domain/shared/errors.ts'

type Ledger = Pick<Services, 'ledger'>

/** The public key under which a log signs; its name is the log's origin. */
export function logKey({ ledger }: Ledger, origin: string, publicKey: Uint8Array): NoteKey {
  return makeKey(ledger.hashes.sha256, origin, LOG_SIGNATURE, publicKey)
}

/** Origin, size and roots of a log as it was after `size` leaves. */
export async function readCheckpoint(
  db: Kysely<Schema>,
  { ledger }: Ledger,
  head: HeadRow,
  size: number,
): Promise<Checkpoint> {
  const find = await findNodes(db, head.jurisdictionId, subtreesOf({ start: 0, end: size }))
  return {
    origin: head.origin,
    size,
    roots: forBoth((name) => rootAt(ledger.hashes[name], size, find[name])),
  }
}

/** That the first `from` leaves of a log are the beginning of its first `size`. */
export async function proveConsistency(
  db: Kysely<Schema>,
  { ledger }: Ledger,
  jurisdictionId: string,
  { from, size }: { readonly from: number; readonly size: number },
): Promise<ConsistencyProof> {
  const ranges = consistencyRanges(from, size)
  const find = await findNodes(db, jurisdictionId, nodesFor(ranges))
  return { from, paths: forBoth((name) => pathOf(ledger.hashes[name], ranges, find[name])) }
}

/**
 * A log as it stands, signed by this installation. Nothing is stored.
 * @param now ISO instant
 * @throws DomainError ACTION_NOT_AVAILABLE when the key is gone although checkpoints were made with it
 */
export async function signHead(
  db: Kysely<Schema>,
  services: Ledger,
  head: HeadRow,
  now: string,
): Promise<{ readonly checkpoint: Checkpoint; readonly note: string }> {
  const signer = await findSigner(db, services, head)
  const checkpoint = { ...(await readCheckpoint(db, services, head, head.size)), time: toChinaTime(now) }
  const body = checkpointText(checkpoint)
  const key = logKey(services, head.origin, signer.publicKey)
  return { checkpoint, note: writeNote(body, [signatureLine(key, await signer.sign(toUtf8(body)))]) }
}

/** The installation's key. A key that went missing is never replaced silently. */
export async function findSigner(db: Kysely<Schema>, { ledger }: Ledger, head: HeadRow) {
  const found = ledger.keys.find()
  if (found) return found
  if ((await findCheckpoints(db, head.jurisdictionId, { limit: 1 })).length === 0) return ledger.keys.ensure()
  throw new DomainError(
    'ACTION_NOT_AVAILABLE',
    '契约账的签名密钥不在数据目录(keys)中。请从备份恢复密钥；确已丢失的，请联系维护人员更换并书面告知各见证单位。',
  )
}

/** Makes and stores the checkpoint of a log as it stands; gives the one there is when nothing was added since. */
export async function makeCheckpoint(
  db: Kysely<Schema>,
  services: Ledger,
  head: HeadRow,
  now: string,
): Promise<{ readonly row: CheckpointRow; readonly isNew: boolean } | undefined> {
  if (head.size === 0) return undefined
  const [latest] = await findCheckpoints(db, head.jurisdictionId, { limit: 1 })
  if (latest?.size === head.size) return { row: latest, isNew: false }
  const { checkpoint, note } = await signHead(db, services, head, now)
  await insertCheckpoint(db, {
    jurisdictionId: head.jurisdictionId,
    size: head.size,
    roots: checkpoint.roots,
    note,
  })
  const [row] = await findCheckpoints(db, head.jurisdictionId, { size: head.size })
  return row && { row, isNew: true }
}

/** A stored checkpoint with the signature lines of its witnesses. */
export function cosignedNote(row: CheckpointRow): string {
  return row.note + row.cosignatures.map(({ line }) => `${line}\n`).join('')
}
