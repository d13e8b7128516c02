import type { Kysely } from 'kysely'
import { findUnproved, insertProof, type Proving } from '../../storage/disclosure-repository.ts'
import { findLeaves, type HeadRow } from '../../storage/ledger-repository.ts'
import type { Schema } from '../../storage/schema.ts'
import type { Services } from '../kernel/context.ts'
import { makeBundle } from './make-bundle.ts'

/** Leaves that say only what is public, so that a whole bundle may be handed out. */
const LEAVES = { version: 'disclosure.package', withdrawal: 'disclosure.withdrawn' } as const

/**
 * Puts the proof of every public version, and of every withdrawal, that a new checkpoint covers where the public can
 * read it.
 * @returns how many were made
 */
export async function proveDisclosures(
  db: Kysely<Schema>,
  { ledger }: Pick<Services, 'ledger'>,
  head: HeadRow,
  now: string,
): Promise<number> {
  let made = 0
  for (const what of Object.keys(LEAVES) as Proving[]) {
    for (const one of await findUnproved(db, what, head.jurisdictionId, head.size)) {
      const [leaf] = await findLeaves(db, head.jurisdictionId, { from: one.leafIdx, limit: 1 })
      if (leaf?.type !== LEAVES[what]) throw new Error(`leaf ${one.leafIdx} is not ${LEAVES[what]}`)
      const bundle = await makeBundle({ db, ledger, now }, head, [leaf], {})
      await insertProof(db, what, one, { size: head.size, bundle })
      made += 1
    }
  }
  return made
}
