import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

export type Receipt = {
  readonly organisationId: string
  readonly organisationName: string
  readonly personName: string
  readonly receivedOn: string
}

/** Who has received a 通报 within the system, as far as the scope reaches, in the order of receipt. */
export async function findReceipts(db: Kysely<Schema>, recordId: string): Promise<Receipt[]> {
  const { rows } = await sql<Receipt>`
    select o.id as "organisationId", o.name as "organisationName", p.name as "personName",
      to_char(t.received_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "receivedOn"
    from report_receipt t join organisation o on o.id = t.organisation_id join person p on p.id = t.person_id
    where t.record_id = ${recordId} order by t.received_at, o.name`.execute(db)
  return rows
}

/** Notes a receipt; `false` when the office had received it before. */
export async function insertReceipt(
  db: Kysely<Schema>,
  receipt: {
    readonly jurisdictionId: string
    readonly id: string
    readonly recordId: string
    readonly organisationId: string
    readonly personId: string
    readonly now: string
  },
): Promise<boolean> {
  const { jurisdictionId, id, recordId, organisationId, personId, now } = receipt
  const { numAffectedRows } = await sql`
    insert into report_receipt (jurisdiction_id, id, record_id, organisation_id, person_id, received_at)
    values (${jurisdictionId}, ${id}, ${recordId}, ${organisationId}, ${personId}, ${now})
    on conflict (jurisdiction_id, record_id, organisation_id) do nothing`.execute(db)
  return numAffectedRows === 1n
}

/** A 专报 or 通报 in the list of a place and year. */
export type ReportLine = {
  readonly recordId: string
  readonly kind: string
  readonly title: string
  readonly state: string
  readonly documentNumber: string | null
  readonly signedOn: string | null
  /** Recipients, those whose receipt was entered by hand, and those who received it in the system. */
  readonly recipients: number
  readonly received: number
  readonly hasOwnReceipt: boolean
}

/** The reports of a place and year that the scope reaches, in one statement. */
export async function findReportLines(
  db: Kysely<Schema>,
  where: {
    readonly jurisdictionId: string
    readonly fiscalYear: number
    readonly states?: readonly string[]
  },
): Promise<ReportLine[]> {
  const states = where.states ? [...where.states] : null
  const { rows } = await sql<ReportLine>`
    select r.id as "recordId", r.kind, r.title, r.state, signed.document_number as "documentNumber",
      to_char(signed.acted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "signedOn",
      coalesce(jsonb_array_length(r.content->'dispatches'), 0) as recipients,
      ((select count(*) from jsonb_array_elements(r.content->'dispatches') d where d ? 'receivedOn')
        + (select count(*) from report_receipt t join organisation o on o.id = t.organisation_id
          where t.jurisdiction_id = r.jurisdiction_id and t.record_id = r.id and exists (
            select 1 from jsonb_array_elements(r.content->'dispatches') d
            where d->>'recipient' = o.name and not d ? 'receivedOn')))::integer as received,
      exists (select 1 from report_receipt t where t.jurisdiction_id = r.jurisdiction_id and t.record_id = r.id
        and t.organisation_id = scope_organisation()) as "hasOwnReceipt"
    from record r
    left join lateral (select a.document_number, a.acted_at from act a where a.jurisdiction_id = r.jurisdiction_id
      and a.record_id = r.id and a.action = 'sign' order by a.sequence desc limit 1) signed on true
    where r.jurisdiction_id = ${where.jurisdictionId} and r.fiscal_year = ${where.fiscalYear}
      and r.kind in ('results.specialReport', 'results.circular') and r.state <> 'refused'
      and (${states}::text[] is null or r.state = any (${states}::text[]))
    order by r.created_at, r.id`.execute(db)
  return rows
}
