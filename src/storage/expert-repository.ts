import { type Kysely, sql } from 'kysely'
import type { Content } from '../domain/forms/form.ts'
import type { Schema } from './schema.ts'

export type ExpertEntryRow = {
  readonly recordId: string
  readonly jurisdictionId: string
  readonly jurisdictionName: string
  readonly name: string | null
  readonly content: Content
  readonly state: string
  /** What was written at the last step. */
  readonly reason: string | null
}

/** Entries of the register that the scope reaches, by place and name; at most 1,000. */
export async function findExpertEntries(
  db: Kysely<Schema>,
  where: {
    readonly jurisdiction?: string
    readonly text?: string
    readonly field?: string
    readonly state?: string
  },
): Promise<ExpertEntryRow[]> {
  const pattern = where.text === undefined ? null : `%${where.text.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<ExpertEntryRow>`
    select record.id as "recordId", record.jurisdiction_id as "jurisdictionId",
      jurisdiction.name as "jurisdictionName", person.name, record.content, record.state,
      (select act.opinion from act
        where act.jurisdiction_id = record.jurisdiction_id and act.record_id = record.id
        order by act.sequence desc limit 1) as reason
    from record
    join jurisdiction on jurisdiction.id = record.jurisdiction_id
    left join person on person.id = (record.content->>'person')::uuid
    where record.kind = 'exante.expertEntry'
      and (${where.jurisdiction ?? null}::text is null or record.jurisdiction_id = ${where.jurisdiction ?? null})
      and (${where.state ?? null}::text is null or record.state = ${where.state ?? null})
      and (${where.field ?? null}::text is null or record.content->'fields' ? ${where.field ?? null})
      and (${pattern}::text is null or person.name like ${pattern}
        or record.content->>'employer' like ${pattern} or record.content->>'title' like ${pattern})
    order by record.jurisdiction_id, person.name, record.id
    limit 1000`.execute(db)
  return rows
}
