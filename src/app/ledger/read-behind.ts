import type { Kysely } from 'kysely'
import { commitmentsIn } from '../../domain/ledger/commitments-in.ts'
import type { Hashes } from '../../domain/ledger/hash.ts'
import {
  type LiveProject,
  type LiveRecord,
  readLiveProjects,
  readLiveRecords,
} from '../../storage/ledger-live.ts'
import { type RebuildSource, readRebuildSources, type SealedLeaf } from '../../storage/ledger-rebuild.ts'
import { findLeavesOfType, findSaltsOf, type NewestPlaces } from '../../storage/ledger-repository.ts'
import type { Schema } from '../../storage/schema.ts'
import { type AskedRecord, type Forms, recordOf } from './compare-live.ts'
import { readCanon } from './read-canon.ts'
import type { Compared } from './rebuild-contract.ts'

/** Salts that were taken away, by the place of their leaf; each with a leaf that says so. */
export type Removed = ReadonlyMap<string, ReadonlySet<string>>
const NOTHING: ReadonlySet<string> = new Set()

export type Comparing = {
  readonly db: Kysely<Schema>
  readonly jurisdictionId: string
  readonly hashes: Hashes
  readonly forms: Forms
  readonly removed: Removed
}

/** A leaf and what stands behind it; what is not to be compared is absent. */
export type Behind = {
  readonly compared: Compared
  /** The rows it was made from. */
  readonly source?: RebuildSource
  /** Of the newest leaf of a record: the record as it stands, unless it is gone. */
  readonly record?: { readonly asked: AskedRecord; readonly live: LiveRecord | undefined }
  /** Of the newest leaf of a project: the project as it stands, unless it is gone. */
  readonly project?: { readonly live: LiveProject | undefined }
}

export async function findRemoved(db: Kysely<Schema>, jurisdictionId: string): Promise<Removed> {
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

/**
 * Reads what stands behind leaves of one log, in a handful of statements for all of them.
 * @param newest places of leaves that are the newest of their record or project
 * @param isLiveOnly when only the rows as they stand are wanted
 */
export async function readBehind(
  { db, jurisdictionId, forms, removed }: Comparing,
  leaves: readonly SealedLeaf[],
  newest: NewestPlaces,
  isLiveOnly = false,
): Promise<Behind[]> {
  const ofActs = leaves.filter(
    ({ leaf, contract }) => !isLiveOnly && contract['type'] !== 'audit.sealed' && leaf.actId,
  )
  const ofRecords = leaves.filter(({ leaf }) => leaf.recordId && newest.records.has(Number(leaf.idx)))
  const ofProjects = leaves.filter(({ leaf }) => leaf.projectId && newest.projects.has(Number(leaf.idx)))
  const asked = ofRecords.map(({ contract }) => recordOf(contract, forms))
  const rowsOf = (list: readonly SealedLeaf[]) => list.map(({ leaf }) => leaf)
  const projectIds = rowsOf(ofProjects).map(({ projectId }) => projectId ?? '')
  const [sources, salts, records, projects] = await Promise.all([
    readRebuildSources(db, jurisdictionId, ofActs),
    findSaltsOf(db, jurisdictionId, rowsOf(leaves)),
    readLiveRecords(db, jurisdictionId, asked),
    readLiveProjects(db, jurisdictionId, projectIds),
  ])
  const sourceOf = new Map(ofActs.map((sealed, n) => [sealed, sources[n]]))
  const recordBehind = new Map(
    asked.map((one, n) => [ofRecords[n], { record: { asked: one, live: records[n] } }]),
  )
  const projectBehind = new Map(ofProjects.map((sealed, n) => [sealed, { project: { live: projects[n] } }]))
  return leaves.map((sealed, n) => {
    const source = sourceOf.get(sealed)
    return {
      compared: {
        ...sealed,
        salts: salts[n] ?? new Map(),
        removed: removed.get(String(sealed.leaf.idx)) ?? NOTHING,
        commitments: commitmentsIn(sealed.contract),
      },
      ...(source ? { source } : {}),
      ...recordBehind.get(sealed),
      ...projectBehind.get(sealed),
    }
  })
}
