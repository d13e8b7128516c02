import type { Kysely } from 'kysely'
import { findUnproved, insertProof } from '../../storage/disclosure-repository.ts'
import { findLeaves, type HeadRow } from '../../storage/ledger-repository.ts'
import type { Schema } from '../../storage/schema.ts'
import type { Services } from '../kernel/context.ts'
import { makeBundle } from './make-bundle.ts'

/**
 * Puts the proof of every public version that a new checkpoint covers where the public can read it. Its leaf says
 * only what is public, so that the whole bundle may be handed out.
 * @returns how many were made
 */
export async function proveDisclosures(
  db: Kysely<Schema>,
  { ledger }: Pick<Services, 'ledger'>,
  head: HeadRow,
  now: string,
): Promise<number> {
  const waiting = await findUnproved(db, head.jurisdictionId, head.size)
  for (const one of waiting) {
    const [leaf] = await findLeaves(db, head.jurisdictionId, { from: one.leafIdx, limit: 1 })
    if (leaf?.type !== 'disclosure.package') throw new Error(`leaf ${one.leafIdx} is not of a publication`)
    const bundle = await makeBundle({ db, ledger, now }, head, [leaf], {})
    await insertProof(db, one, { size: head.size, bundle })
  }
  return waiting.length
}
