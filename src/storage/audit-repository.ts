import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

export type AuditRow = {
  readonly id: string
  readonly at: string
  readonly personName: string | null
  readonly role: string | null
  readonly title: string
  readonly useCase: string
  readonly outcome: string
  readonly address: string | null
  readonly subjectKind: string | null
  readonly subjectId: string | null
  readonly projectName: string | null
  readonly jurisdictionId: string | null
  readonly changes: unknown
}

/** Audit rows the scope allows, newest first. */
export async function findAudit(
  db: Kysely<Schema>,
  where: { readonly subjectId?: string; readonly before?: string; readonly limit: number },
): Promise<AuditRow[]> {
  const { rows } = await sql<AuditRow>`
    select audit.id, audit.at, person.name as "personName", audit.role, audit.title, audit.use_case as "useCase",
      audit.outcome, audit.address, audit.subject_kind as "subjectKind", audit.subject_id as "subjectId",
      project.name as "projectName", audit.jurisdiction_id as "jurisdictionId", audit.changes
    from audit
    left join person on person.id = audit.person_id
    left join project on project.jurisdiction_id = audit.jurisdiction_id and project.id = audit.project_id
    where (${where.subjectId ?? null}::uuid is null or audit.subject_id = ${where.subjectId ?? null}::uuid)
      and (${where.before ?? null}::timestamptz is null or audit.at < ${where.before ?? null}::timestamptz)
    order by audit.at desc, audit.id desc limit ${where.limit}`.execute(db)
  return rows
}
