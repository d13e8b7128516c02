import { type Kysely, sql } from 'kysely'
import type { Content } from '../domain/forms/form.ts'
import type { Schema } from './schema.ts'

/** One institution's entry in the register of a place. */
export type AgencyEntry = { readonly recordId: string; readonly state: string; readonly content: Content }

/** The entry that counts of an institution in a place, also for whoever commissions but keeps no register. */
export async function findAgencyEntry(
  db: Kysely<Schema>,
  place: string,
  agency: string,
): Promise<AgencyEntry | undefined> {
  const { rows } = await sql<AgencyEntry>`
    select record_id as "recordId", state, content from agency_entry(${place}, ${agency}::uuid)`.execute(db)
  return rows[0]
}

export type ListedAgency = AgencyEntry & {
  readonly jurisdictionId: string
  readonly jurisdictionName: string
  readonly agencyId: string | null
  readonly name: string | null
  /** What was written at the last step. */
  readonly reason: string | null
}

export type AgencyFilter = {
  readonly jurisdiction?: string
  readonly text?: string
  readonly type?: string
  readonly state?: string
}

/** One page of the register that the scope reaches, by place and name, and how many there are in all. */
export async function findAgencyEntries(
  db: Kysely<Schema>,
  where: AgencyFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: ListedAgency[]; total: number }> {
  const pattern = where.text === undefined ? null : `%${where.text.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<ListedAgency & { total: number }>`
    select record.id as "recordId", record.jurisdiction_id as "jurisdictionId",
      jurisdiction.name as "jurisdictionName", organisation.id as "agencyId", organisation.name,
      record.content, record.state, count(*) over ()::integer as total,
      (select act.opinion from act
        where act.jurisdiction_id = record.jurisdiction_id and act.record_id = record.id
        order by act.sequence desc limit 1) as reason
    from record
    join jurisdiction on jurisdiction.id = record.jurisdiction_id
    left join organisation on organisation.id = (record.content ->> 'agency')::uuid
    where record.kind = 'evaluation.agencyEntry'
      and (${where.jurisdiction ?? null}::text is null or record.jurisdiction_id = ${where.jurisdiction ?? null})
      and (${where.state ?? null}::text is null or record.state = ${where.state ?? null})
      and (${where.type ?? null}::text is null or record.content ->> 'agencyType' = ${where.type ?? null})
      and (${pattern}::text is null or organisation.name like ${pattern}
        or record.content ->> 'creditCode' like ${pattern} or record.content ->> 'platformNumber' like ${pattern})
    order by record.jurisdiction_id, organisation.name, record.id
    limit ${page.limit} offset ${page.offset}`.execute(db)
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** How many commissions of a year each institution holds in a place; declined and withdrawn ones left out. */
export async function countAgencyTasks(
  db: Kysely<Schema>,
  place: string,
  fiscalYear: number,
): Promise<{ agency: string; tasks: number }[]> {
  const { rows } = await sql<{ agency: string; tasks: number }>`
    select agency, tasks from agency_tasks(${place}, ${fiscalYear}::integer)`.execute(db)
  return rows
}
