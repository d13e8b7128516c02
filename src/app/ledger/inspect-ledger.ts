import type { Kysely } from 'kysely'
import type { Hashes } from '../../domain/ledger/hash.ts'
import { LOG_SIGNATURE, makeKey } from '../../domain/ledger/note.ts'
import { findCheckpoints } from '../../storage/checkpoint-repository.ts'
import { findHeadless, findLooseRows } from '../../storage/ledger-audit.ts'
import { findHeads, type HeadRow } from '../../storage/ledger-repository.ts'
import type { Schema } from '../../storage/schema.ts'
import type { KeyStore } from '../../storage/signing-key.ts'
import { checkpointFaults } from './check-checkpoints.ts'
import type { TreeFault } from './check-leaf.ts'
import { checkTree } from './check-tree.ts'
import type { Forms } from './compare-live.ts'
import { beginComparison } from './compare-rows.ts'
import { findRemoved } from './read-behind.ts'

export type Inspecting = {
  readonly hashes: Hashes
  readonly forms: Forms
  readonly isDemo: boolean
  /** The installation's key, to check the signatures of its checkpoints. */
  readonly keys?: KeyStore
}

export type LedgerInspection = {
  /** The ledger's own tables, computed anew. */
  readonly tree: readonly string[]
  /** Business rows against their leaves: object, field and both values. */
  readonly rows: readonly string[]
}

type Where = { readonly jurisdictionId?: string; readonly isAuditSkipped?: boolean }

/**
 * 核对契约账: every log is computed anew from its leaves, every leaf is compared with the rows it was
 * made from, and the newest leaf of each record and project with the rows as they stand. Some hundreds of
 * leaves are in hand at a time.
 */
export async function inspectLedger(
  db: Kysely<Schema>,
  inspecting: Inspecting,
  where: Where = {},
): Promise<LedgerInspection> {
  const tree: string[] = (await findHeadless(db)).map(
    (id) => `账头(ledger_head)${id}：整行：缺失，但仍有这本账的数据`,
  )
  const rows: string[] = []
  for (const head of await findHeads(db, where.jurisdictionId)) {
    const found = await inspectLog(db, inspecting, head, where)
    tree.push(...found.tree)
    rows.push(...found.rows)
  }
  return { tree, rows: [...new Set(rows)] }
}

async function inspectLog(
  db: Kysely<Schema>,
  { hashes, forms, isDemo, keys }: Inspecting,
  head: HeadRow,
  { isAuditSkipped }: Where,
): Promise<LedgerInspection> {
  const { jurisdictionId } = head
  const removed = await findRemoved(db, jurisdictionId)
  const comparison = await beginComparison({ db, jurisdictionId, hashes, forms, removed }, isAuditSkipped)
  const checkpoints = await findCheckpoints(db, jurisdictionId)
  /** A page is compared while the rows behind the next one are on their way. */
  let compareBefore: (() => Promise<void>) | undefined
  const checked = await checkTree(db, hashes, head, {
    isDemo,
    sizes: new Set(checkpoints.map(({ size }) => size)),
    look: async (leaves) => {
      const compare = comparison.begin(leaves)
      await compareBefore?.()
      compareBefore = compare
    },
  })
  await compareBefore?.()
  const signer = keys?.find()
  const key = signer && makeKey(hashes.sha256, head.origin, LOG_SIGNATURE, signer.publicKey)
  const tree = [
    ...checked.faults.map(inWords),
    ...checkpointFaults(hashes, head, checkpoints, checked.roots, key),
    ...(isAuditSkipped ? [] : await findLooseRows(db, jurisdictionId)),
  ]
  return { tree, rows: await comparison.end() }
}

function inWords({ object, said }: TreeFault): string {
  return `${object}：${said}`
}
