import { type Kysely, sql } from 'kysely'
import type { Content } from '../domain/forms/form.ts'
import type { Schema } from './schema.ts'

/** A record of a project of some year; a project is one fiscal year, its code goes on. */
export type RecordOfCode = {
  readonly recordId: string
  readonly projectId: string
  readonly fiscalYear: number
  readonly kind: string
  readonly state: string
  readonly stateSince: string
  readonly content: Content
}

/**
 * Visible records of some kinds of every project under one code, up to and with a fiscal year; the newest year first,
 * within it the newest record. A year is evaluated in the next one and acts on the budget after that, so what was
 * found, decided and left undone about a continuing project stands with its rows of earlier years. At most 2,000.
 */
export async function findRecordsOfCode(
  db: Kysely<Schema>,
  where: {
    readonly jurisdictionId: string
    readonly code: string
    readonly through: number
    readonly kinds: readonly string[]
  },
): Promise<RecordOfCode[]> {
  const { rows } = await sql<RecordOfCode>`
    select r.id as "recordId", p.id as "projectId", p.fiscal_year as "fiscalYear", r.kind, r.state,
      r.state_since as "stateSince", r.content
    from project p join record r on r.jurisdiction_id = p.jurisdiction_id and r.project_id = p.id
    where p.jurisdiction_id = ${where.jurisdictionId} and p.code = ${where.code}
      and p.fiscal_year <= ${where.through} and r.kind = any(${where.kinds}::text[])
    order by p.fiscal_year desc, r.created_at desc, r.id desc limit 2000`.execute(db)
  return rows
}
