import { fromUtf8 } from '../../domain/ledger/bytes.ts'
import { differenceInWords, leafTitle } from '../../domain/ledger/contract-words.ts'
import type { Difference } from '../../domain/ledger/differences.ts'
import type { SealedObject } from '../../domain/ledger/sealed-value.ts'
import { type AuditDay, sealAuditDay } from '../../domain/ledger/system-leaf.ts'
import { readAuditDay } from '../../storage/ledger-audit.ts'
import type { SealedLeaf } from '../../storage/ledger-rebuild.ts'
import { findLeavesAt, findNewestPlaces } from '../../storage/ledger-repository.ts'
import { compareProject, compareRecord } from './compare-live.ts'
import { partsAhead, turnEvery } from './one-ahead.ts'
import { type Behind, type Comparing, readBehind } from './read-behind.ts'
import { compareLeaf } from './rebuild-contract.ts'

/** So many leaves are in hand at a time. */
const PART = 256
/** Answers are let in after so many leaves. */
const TURN = 16

export type RowComparison = {
  /** Begins to read what stands behind leaves that come in order; what is given back compares. */
  begin(leaves: readonly SealedLeaf[]): () => Promise<void>
  /** What differs, as sentences: of leaves in order, then of records as they stand, then of projects. */
  end(): Promise<string[]>
}

/** By record or project the place of the newest leaf that can be read, and what was said of it. */
type Live = { readonly places: Map<string, number>; readonly said: Map<string, readonly string[]> }

/** Compares the leaves of one log with the rows they were made from, and the newest with the rows as they stand. */
export async function beginComparison(
  comparing: Comparing,
  isAuditSkipped: boolean | undefined,
): Promise<RowComparison> {
  const newest = await findNewestPlaces(comparing.db, comparing.jurisdictionId)
  const rows: string[] = []
  const records: Live = { places: new Map(), said: new Map() }
  const projects: Live = { places: new Map(), said: new Map() }
  const compareLive = (one: Behind) => {
    const { compared, record, project } = one
    const { recordId, projectId } = compared.leaf
    if (recordId && record)
      records.said.set(
        recordId,
        inWords(compared, compareRecord(comparing.hashes, compared, record.asked, record.live)),
      )
    if (projectId && project)
      projects.said.set(
        projectId,
        inWords(compared, compareProject(comparing.hashes, compared, project.live)),
      )
  }
  const compareAll = async (behind: readonly Behind[]) => {
    const turn = turnEvery(TURN)
    for (const one of behind) {
      await turn()
      const { compared, source } = one
      if (source) rows.push(...inWords(compared, compareLeaf(comparing.hashes, compared, source)))
      else if (compared.contract['type'] === 'audit.sealed' && !isAuditSkipped)
        rows.push(...(await compareAuditDay(comparing, compared)))
      compareLive(one)
    }
  }
  return {
    begin(leaves) {
      for (const { leaf } of leaves) {
        if (leaf.recordId) records.places.set(leaf.recordId, Number(leaf.idx))
        if (leaf.projectId) projects.places.set(leaf.projectId, Number(leaf.idx))
      }
      const coming = readBehind(comparing, leaves, newest)
      coming.catch(() => undefined) // Thrown where it is waited for.
      return async () => compareAll(await coming)
    },
    async end() {
      // Where the newest leaf cannot be read, or a newer one came meanwhile, another one is the newest.
      const others = {
        records: new Set([...records.places.values()].filter((place) => !newest.records.has(place))),
        projects: new Set([...projects.places.values()].filter((place) => !newest.projects.has(place))),
      }
      const places = [...new Set([...others.records, ...others.projects])]
      const read = async (part: readonly number[]) => {
        const leaves = await findLeavesAt(comparing.db, comparing.jurisdictionId, part)
        const sealed = leaves.map((leaf) => ({ leaf, contract: JSON.parse(fromUtf8(leaf.canon)) }))
        return await readBehind(comparing, sealed, others, true)
      }
      for await (const part of partsAhead(places, PART, read)) for (const one of part) compareLive(one)
      return [...rows, ...sentencesOf(records), ...sentencesOf(projects)]
    },
  }
}

function sentencesOf({ places, said }: Live): string[] {
  return [...places.keys()].flatMap((id) => said.get(id) ?? [])
}

async function compareAuditDay({ db, hashes }: Comparing, { leaf, contract }: SealedLeaf): Promise<string[]> {
  const sealed = contract['audit'] as unknown as AuditDay
  const now = sealAuditDay(hashes, sealed.day, await readAuditDay(db, leaf.jurisdictionId, sealed.day))
  if (now.digest.sha256 === sealed.digest.sha256 && now.digest.sm3 === sealed.digest.sm3) return []
  return [
    `审计记录(audit)${leaf.jurisdictionId} ${sealed.day}：当日记录被改动，封存时${sealed.count}条、摘要“${sealed.digest.sm3.slice(0, 16)}”，现有${now.count}条、摘要“${now.digest.sm3.slice(0, 16)}”`,
  ]
}

/** 示例县契约账第12号《绩效目标批复》(高效农业示范项目)：… */
function inWords({ leaf, contract }: SealedLeaf, differences: readonly Difference[]): string[] {
  if (differences.length === 0) return []
  const project = (contract['project'] as SealedObject | undefined)?.['name']
  const subject = project ?? (contract['record'] as SealedObject | undefined)?.['title'] ?? ''
  const of = `${leaf.jurisdictionId}契约账第${Number(leaf.idx) + 1}号《${leafTitle(leaf.type)}》(${String(subject)})：`
  return differences.map((difference) => of + differenceInWords(contract, difference))
}
