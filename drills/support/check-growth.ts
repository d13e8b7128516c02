import { sql } from 'kysely'
import { HASHES } from '../../src/app/ledger/hashes.ts'
import { concat, isSame } from '../../src/domain/ledger/bytes.ts'
import { type Both, forBoth, HASH_NAMES, leafHash } from '../../src/domain/ledger/hash.ts'
import { appendLeaves } from '../../src/domain/ledger/merkle.ts'
import { type Database, kyselyOn } from '../../src/storage/connection.ts'
import { findNodeRuns } from '../../src/storage/ledger-audit.ts'
import { findHeads, findLeaves } from '../../src/storage/ledger-repository.ts'

/** How far a log was found right. */
export type Grown = {
  readonly size: number
  readonly nodes: number
  readonly frontier: Both<readonly Uint8Array[]>
}

export const NOTHING_YET: Grown = { size: 0, nodes: 0, frontier: { sha256: [], sm3: [] } }

/** What has come to a log since it was last looked at, computed anew; faults in words. */
export async function checkGrowth(database: Database, place: string, before: Grown) {
  const db = kyselyOn(database.owner)
  const faults: string[] = []
  const [head] = await findHeads(db, place)
  const leaves = await findLeaves(db, place, { from: before.size, limit: 1_000_000 })
  const size = before.size + leaves.length
  if ((head?.size ?? 0) !== size) faults.push(`head says ${head?.size}, leaves ${size}`)
  if (leaves.some(({ idx }, n) => Number(idx) !== before.size + n)) faults.push('indexes have a gap')
  const runs = await findNodeRuns(db, place, { from: before.size, end: size })
  const computed = leaves.map(({ canon }) => forBoth((name) => leafHash(HASHES[name], canon)))
  const grown = forBoth((name) =>
    appendLeaves(
      HASHES[name],
      before.size,
      before.frontier[name],
      computed.map((both) => both[name]),
    ),
  )
  let nodes = before.nodes
  for (const name of HASH_NAMES) {
    if (leaves.some((leaf, n) => !isSame(leaf[name], computed[n]?.[name] ?? leaf.canon)))
      faults.push(`${name} of a leaf is not that of its bytes`)
    for (const { level, position, hashes } of grown[name].levels) {
      nodes += hashes.length
      const run = runs.find((one) => one.alg === name && one.level === level)
      if (run?.first !== position || !isSame(run.hashes, concat(...hashes)))
        faults.push(`subtrees ${name} of level ${level} from ${position} are not as computed`)
    }
    if (!isSame(concat(...grown[name].frontier), head?.frontier[name] ?? new Uint8Array(0)))
      faults.push(`frontier ${name} is not as computed`)
  }
  const { rows } = await sql<{ leaves: number; nodes: number; approved: number; sealed: number }>`select
    (select count(*)::int from ledger_leaf where jurisdiction_id = ${place}) as leaves,
    (select count(*)::int from ledger_node where jurisdiction_id = ${place}) as nodes,
    (select count(*)::int from record where kind = 'targets.sheet' and state = 'approved') as approved,
    (select count(*)::int from ledger_leaf where type = 'target.approved') as sealed`.execute(db)
  const [all] = rows
  if (all?.leaves !== size || all.nodes !== nodes)
    faults.push(`${all?.leaves} leaves and ${all?.nodes} subtrees are stored instead of ${size} and ${nodes}`)
  if (all?.approved !== all?.sealed) faults.push(`${all?.approved} approved targets, ${all?.sealed} sealed`)
  return { faults, grown: { size, nodes, frontier: forBoth((name) => grown[name].frontier) } }
}

/**
 * Of targets that were to be approved: which are. Each must be so altogether or not at all: state, budget, leaf of
 * the target, leaf of the budget, audit row.
 */
export async function whichApproved(database: Database, recordIds: readonly string[]) {
  const { rows } = await database.owner.query<{ id: string; parts: number[] }>(
    `select r.id, array[
       (r.state = 'approved')::int,
       (select count(*)::int from record b where b.jurisdiction_id = r.jurisdiction_id and b.project_id = r.project_id
          and b.kind = 'project.budgetLine' and b.state = 'approved'),
       (select count(*)::int from ledger_leaf l where l.jurisdiction_id = r.jurisdiction_id
          and l.contract_id = r.project_id and l.record_id = r.id and l.type = 'target.approved'),
       (select count(*)::int from ledger_leaf l where l.jurisdiction_id = r.jurisdiction_id
          and l.contract_id = r.project_id and l.type = 'budget.linked'),
       (select count(*)::int from audit where audit.tx = r.recorded_tx and audit.subject_id = r.id
          and audit.use_case = 'targets.sheet.approve' and audit.outcome = 'done')] as parts
     from record r where r.id = any($1::uuid[])`,
    [recordIds],
  )
  const approved = new Set(rows.flatMap(({ id, parts }) => (parts.every((count) => count === 1) ? [id] : [])))
  const torn = rows.filter(({ id, parts }) => !approved.has(id) && parts.some((count) => count > 0))
  return {
    approved,
    faults: torn.map(({ id, parts }) => `target ${id} is approved in part: ${parts.join(' ')}`),
  }
}
