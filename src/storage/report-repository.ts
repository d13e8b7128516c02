import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

export type ReportFile = {
  readonly attachmentId: string
  readonly recordId: string
  readonly projectName: string
  readonly name: string
  readonly sha256: string
}

/**
 * Files of evaluation reports handed in within the scope, the newest evaluation first.
 * @param where.exceptProject the project whose own report is being looked at
 */
export async function findReportFiles(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly exceptProject: string; readonly limit: number },
): Promise<ReportFile[]> {
  const { rows } = await sql<ReportFile>`
    select a.id as "attachmentId", r.id as "recordId", p.name as "projectName", a.name, a.sha256
    from record r
    join project p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id
    cross join lateral jsonb_array_elements_text(coalesce(r.content->'reportFiles', '[]'::jsonb)) file(id)
    join attachment a on a.jurisdiction_id = r.jurisdiction_id and a.id::text = file.id
    where r.jurisdiction_id = ${where.jurisdictionId} and r.kind in ('evaluation.finance', 'evaluation.department')
      and r.project_id <> ${where.exceptProject} and lower(a.name) like '%.docx'
    order by r.created_at desc, a.id limit ${where.limit}`.execute(db)
  return rows
}

/** Names of the place's other projects and of the units that carry them out, as far as the scope reaches. */
export async function findOtherNames(
  db: Kysely<Schema>,
  project: { readonly jurisdictionId: string; readonly id: string; readonly unitId: string },
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct p.name from project p
    where p.jurisdiction_id = ${project.jurisdictionId} and p.id <> ${project.id} and not p.is_classified
      and p.name <> (select name from project own
        where own.jurisdiction_id = ${project.jurisdictionId} and own.id = ${project.id})
    union
    select distinct u.name from project p
    join organisation u on u.id = p.unit_id
    where p.jurisdiction_id = ${project.jurisdictionId} and p.unit_id <> ${project.unitId}
    limit 2000`.execute(db)
  return rows.map(({ name }) => name)
}
