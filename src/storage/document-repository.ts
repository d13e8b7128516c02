import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

export type IssuedDocument = {
  readonly recordId: string
  readonly kind: string
  readonly recordTitle: string
  readonly action: string
  readonly projectName: string | null
  readonly jurisdictionName: string
  readonly documentNumber: string | null
  readonly number: number
  readonly frozenAt: string
  readonly digest: string
}

/** Frozen versions with the number their act was given, newest first, at most 500. */
export async function findIssuedDocuments(
  db: Kysely<Schema>,
  where: { readonly jurisdiction?: string; readonly projectId?: string },
): Promise<IssuedDocument[]> {
  const { rows } = await sql<IssuedDocument>`
    select f.record_id as "recordId", r.kind, r.title as "recordTitle", f.action, p.name as "projectName", j.name as "jurisdictionName",
      a.document_number as "documentNumber", f.number, f.frozen_at as "frozenAt", f.digest
    from frozen f
    join record r on r.jurisdiction_id = f.jurisdiction_id and r.id = f.record_id
    join act a on a.jurisdiction_id = f.jurisdiction_id and a.id = f.act_id
    join jurisdiction j on j.id = f.jurisdiction_id
    left join project p on p.jurisdiction_id = f.jurisdiction_id and p.id = f.project_id
    where (${where.jurisdiction ?? null}::text is null or f.jurisdiction_id = ${where.jurisdiction ?? null})
      and (${where.projectId ?? null}::uuid is null or f.project_id = ${where.projectId ?? null}::uuid)
    order by f.frozen_at desc, f.id limit 500`.execute(db)
  return rows
}
