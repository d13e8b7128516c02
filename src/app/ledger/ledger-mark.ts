import { checkpointText, rootPrefix } from '../../domain/ledger/checkpoint.ts'
import type { RecordLeafType } from '../../domain/ledger/leaf-type.ts'
import type { LedgerMark } from '../../documents/shared/input.ts'
import { findHeads, findLeavesOf } from '../../storage/ledger-repository.ts'
import type { Context } from '../kernel/context.ts'
import { readCheckpoint } from './make-checkpoint.ts'

/**
 * What a document says of its place in the contract ledger: the entry's number and the checkpoint of
 * the ledger as it was with this entry as its last. The same at every printing.
 * @param actId of several entries of this type the one of this act; the newest when left out
 * @returns nothing while the record has no such entry
 */
export async function ledgerMarkOf(
  context: Pick<Context, 'db' | 'ledger'>,
  recordId: string,
  type: RecordLeafType,
  actId?: string,
): Promise<LedgerMark | undefined> {
  const leaf = (await findLeavesOf(context.db, { recordId })).findLast(
    (one) => one.type === type && (actId === undefined || one.actId === actId),
  )
  const [head] = leaf ? await findHeads(context.db, leaf.jurisdictionId) : []
  if (!leaf || !head) return undefined
  const number = Number(leaf.idx) + 1
  const checkpoint = await readCheckpoint(context.db, context, head, number)
  return {
    origin: head.origin,
    number,
    prefix_sm3: rootPrefix(checkpoint.roots.sm3),
    prefix_sha256: rootPrefix(checkpoint.roots.sha256),
    code: checkpointText(checkpoint),
  }
}
