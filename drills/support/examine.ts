import { inspect } from '../../src/app/inspect/inspect.ts'
import { startStorage } from '../../src/storage/start.ts'
import type { Approval, Write } from './writer.ts'

export type Findings = {
  readonly projects: number
  /** acknowledged, but not in the database */
  readonly lost: number
  /** one write that is there more than once */
  readonly doubled: number
  /** audit rows without their project, and projects without exactly one audit row */
  readonly auditWithoutChange: number
  readonly changeWithoutAudit: number
  /** approvals that are in the ledger, and acknowledged ones that are not, or more than once */
  readonly sealed: number
  readonly unsealed: number
  /** lines of the invariants that do not hold */
  readonly broken: readonly string[]
}

/** Looks into the stopped product's data: what was promised against what is there. */
export async function examine(
  home: string,
  writes: readonly Write[],
  approvals: readonly Approval[] = [],
): Promise<Findings> {
  const storage = await startStorage({ home })
  try {
    const { rows } = await storage.database.owner.query<{ id: string; name: string; entries: number }>(
      `select p.id, p.name, count(a.id)::int as entries
       from project p
       left join audit a on a.subject_id = p.id and a.use_case = 'projects.create' and a.outcome = 'done'
       where p.name like '演练项目%' group by p.id, p.name`,
    )
    const orphans = await storage.database.owner.query<{ count: number }>(
      `select count(*)::int as count from audit a
       where a.use_case = 'projects.create' and a.outcome = 'done'
         and not exists (select from project p where p.id = a.subject_id)`,
    )
    const leaves = await storage.database.owner.query<{ id: string; entries: number }>(
      `select record_id as id, count(*)::int as entries from ledger_leaf where type = 'target.approved' group by record_id`,
    )
    const sealed = new Map(leaves.rows.map(({ id, entries }) => [id, entries]))
    const ids = new Set(rows.map(({ id }) => id))
    const lines = await inspect(storage.database.owner, storage.files, storage.keys)
    return {
      projects: rows.length,
      lost: writes.filter(({ projectId }) => projectId !== undefined && !ids.has(projectId)).length,
      doubled: rows.length - new Set(rows.map(({ name }) => name)).size,
      auditWithoutChange: orphans.rows[0]?.count ?? 0,
      changeWithoutAudit: rows.filter(({ entries }) => entries !== 1).length,
      sealed: sealed.size,
      unsealed:
        approvals.filter(({ isAcknowledged, sheet }) => isAcknowledged && sealed.get(sheet.recordId) !== 1)
          .length + [...sealed.values()].filter((entries) => entries !== 1).length,
      broken: lines
        .filter(({ count }) => count > 0)
        .map(({ id, title, examples }) => `${id} ${title}: ${examples[0]}`),
    }
  } finally {
    await storage.stop()
  }
}

/** Everything that must not be: empty when the drill succeeded. */
export function faultsOf(findings: Findings): string[] {
  return [
    ...(findings.lost > 0 ? [`丢失 ${findings.lost} 笔`] : []),
    ...(findings.doubled > 0 ? [`重复 ${findings.doubled} 笔`] : []),
    ...(findings.auditWithoutChange > 0 ? [`有审计无数据 ${findings.auditWithoutChange} 条`] : []),
    ...(findings.changeWithoutAudit > 0 ? [`有数据无审计 ${findings.changeWithoutAudit} 条`] : []),
    ...(findings.unsealed > 0 ? [`批复与契约账不符 ${findings.unsealed} 件`] : []),
    ...findings.broken,
  ]
}
