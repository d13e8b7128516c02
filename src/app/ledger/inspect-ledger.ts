import type { Kysely } from 'kysely'
import type { FormDefinition } from '../../domain/forms/form.ts'
import { differenceInWords, leafTitle } from '../../domain/ledger/contract-words.ts'
import type { Difference } from '../../domain/ledger/differences.ts'
import type { Hashes } from '../../domain/ledger/hash.ts'
import { LOG_SIGNATURE, makeKey } from '../../domain/ledger/note.ts'
import type { SealedObject } from '../../domain/ledger/sealed-value.ts'
import { type AuditDay, sealAuditDay } from '../../domain/ledger/system-leaf.ts'
import { findCheckpoints } from '../../storage/checkpoint-repository.ts'
import { findHeadless, findLooseRows, readAuditDay } from '../../storage/ledger-audit.ts'
import { findHeads, findLeavesOfType, type LeafRow } from '../../storage/ledger-repository.ts'
import type { Schema } from '../../storage/schema.ts'
import type { KeyStore } from '../../storage/signing-key.ts'
import { checkpointFaults } from './check-checkpoints.ts'
import { checkTree, readCanon, type TreeFault } from './check-tree.ts'
import { compareLiveProject, compareLiveRecord } from './compare-live.ts'
import { compareLeaf } from './rebuild-contract.ts'

export type Inspecting = {
  readonly hashes: Hashes
  readonly forms: ReadonlyMap<string, FormDefinition>
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

type Newest = { readonly leaf: LeafRow; readonly contract: SealedObject }

/**
 * 核对契约账: every log is computed anew from its leaves, every leaf is compared with the rows it was
 * made from, and the newest leaf of each record and project with the rows as they stand.
 */
export async function inspectLedger(
  db: Kysely<Schema>,
  inspecting: Inspecting,
  where: { readonly jurisdictionId?: string; readonly isAuditSkipped?: boolean } = {},
): Promise<LedgerInspection> {
  const tree: string[] = (await findHeadless(db)).map(
    (id) => `账头(ledger_head)${id}：整行：缺失，但仍有这本账的数据`,
  )
  const rows: string[] = []
  for (const head of await findHeads(db, where.jurisdictionId)) {
    const removed = await removedPlaces(db, head.jurisdictionId)
    const newest = { records: new Map<string, Newest>(), projects: new Map<string, Newest>() }
    const checkpoints = await findCheckpoints(db, head.jurisdictionId)
    const checked = await checkTree(db, inspecting.hashes, head, {
      isDemo: inspecting.isDemo,
      sizes: new Set(checkpoints.map(({ size }) => size)),
      look: async (leaf, contract) => {
        if (leaf.recordId) newest.records.set(leaf.recordId, { leaf, contract })
        if (leaf.projectId) newest.projects.set(leaf.projectId, { leaf, contract })
        if (where.isAuditSkipped && contract['type'] === 'audit.sealed') return
        rows.push(...(await inspectLeaf(db, inspecting, { leaf, contract }, removed)))
      },
    })
    const signer = inspecting.keys?.find()
    const key = signer && makeKey(inspecting.hashes.sha256, head.origin, LOG_SIGNATURE, signer.publicKey)
    tree.push(
      ...checked.faults.map(inWords),
      ...checkpointFaults(inspecting.hashes, head, checkpoints, checked.roots, key),
    )
    if (!where.isAuditSkipped) tree.push(...(await findLooseRows(db, head.jurisdictionId)))
    rows.push(...(await inspectNewest(db, inspecting, newest, removed)))
  }
  return { tree, rows: [...new Set(rows)] }
}

type Removed = ReadonlyMap<string, ReadonlySet<string>>
const NOTHING: ReadonlySet<string> = new Set()

/** Salts that were taken away, each with a leaf that says so. */
async function removedPlaces(db: Kysely<Schema>, jurisdictionId: string): Promise<Removed> {
  const removed = new Map<string, Set<string>>()
  for (const { canon } of await findLeavesOfType(db, jurisdictionId, 'salt.removed')) {
    const contract = readCanon(canon)
    if (contract?.['type'] !== 'salt.removed') continue
    const of = String(contract['leaf'])
    const places = removed.get(of) ?? new Set()
    for (const place of contract['places'] as readonly string[]) places.add(place)
    removed.set(of, places)
  }
  return removed
}

async function inspectLeaf(
  db: Kysely<Schema>,
  { hashes }: Inspecting,
  { leaf, contract }: Newest,
  removed: Removed,
): Promise<string[]> {
  if (contract['type'] === 'audit.sealed') return inspectAuditDay(db, hashes, leaf, contract)
  if (!leaf.actId) return []
  const differences = await compareLeaf(db, hashes, leaf, contract, removed.get(String(leaf.idx)) ?? NOTHING)
  return differences.map((difference) => sentence({ leaf, contract }, difference))
}

async function inspectNewest(
  db: Kysely<Schema>,
  { hashes, forms }: Inspecting,
  newest: { readonly records: ReadonlyMap<string, Newest>; readonly projects: ReadonlyMap<string, Newest> },
  removed: Removed,
): Promise<string[]> {
  const found: string[] = []
  for (const [kind, items] of [['record', newest.records] as const, ['project', newest.projects] as const]) {
    for (const one of items.values()) {
      const sealing = { hashes, removed: removed.get(String(one.leaf.idx)) ?? NOTHING }
      const differences =
        kind === 'record'
          ? await compareLiveRecord(db, forms, one.leaf, one.contract, sealing)
          : await compareLiveProject(db, one.leaf, one.contract, sealing)
      found.push(...differences.map((difference) => sentence(one, difference)))
    }
  }
  return found
}

async function inspectAuditDay(
  db: Kysely<Schema>,
  hashes: Hashes,
  leaf: LeafRow,
  contract: SealedObject,
): Promise<string[]> {
  const sealed = contract['audit'] as unknown as AuditDay
  const now = sealAuditDay(hashes, sealed.day, await readAuditDay(db, leaf.jurisdictionId, sealed.day))
  if (now.digest.sha256 === sealed.digest.sha256 && now.digest.sm3 === sealed.digest.sm3) return []
  return [
    `审计记录(audit)${leaf.jurisdictionId} ${sealed.day}：当日记录被改动，封存时${sealed.count}条、摘要“${sealed.digest.sm3.slice(0, 16)}”，现有${now.count}条、摘要“${now.digest.sm3.slice(0, 16)}”`,
  ]
}

function inWords({ object, said }: TreeFault): string {
  return `${object}：${said}`
}

/** 示例县契约账第12号《绩效目标批复》(高效农业示范项目)：… */
function sentence({ leaf, contract }: Newest, difference: Difference): string {
  const project = (contract['project'] as SealedObject | undefined)?.['name']
  const subject = project ?? (contract['record'] as SealedObject | undefined)?.['title'] ?? ''
  return (
    `${leaf.jurisdictionId}契约账第${Number(leaf.idx) + 1}号《${leafTitle(leaf.type)}》(${String(subject)})：` +
    differenceInWords(contract, difference)
  )
}
