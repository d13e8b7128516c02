import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

export type Match = {
  readonly kind: 'project' | 'record' | 'indicator' | 'unit'
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly jurisdictionId: string
  readonly projectId: string | null
}

/** At most ten of each kind; `%` and `_` in the words mean themselves. */
export async function findMatches(db: Kysely<Schema>, words: string): Promise<Match[]> {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<Match>`
    (select 'project' as kind, p.id, p.name as title, p.code || ' · ' || p.fiscal_year || ' 年' as detail,
      p.jurisdiction_id as "jurisdictionId", p.id as "projectId"
     from project p where p.name like ${pattern} or p.code like ${pattern} order by p.created_at desc, p.id limit 10)
    union all
    (select 'record', a.record_id, a.document_number, r.title, a.jurisdiction_id, a.project_id
     from act a join record r on r.jurisdiction_id = a.jurisdiction_id and r.id = a.record_id
     where a.document_number like ${pattern} order by a.acted_at desc limit 10)
    union all
    (select 'indicator', i.record_id, i.name, p.name, i.jurisdiction_id, i.project_id
     from indicator i join project p on p.jurisdiction_id = i.jurisdiction_id and p.id = i.project_id
     where i.name like ${pattern} order by i.name, i.id limit 10)
    union all
    (select 'unit', o.id, o.name, j.name, o.jurisdiction_id, null
     from organisation o join jurisdiction j on j.id = o.jurisdiction_id
     where o.name like ${pattern} and o.kind in ('unit', 'department')
       and exists (select 1 from project p where p.jurisdiction_id = o.jurisdiction_id and (p.unit_id = o.id or p.department_id = o.id))
     order by o.name, o.id limit 10)`.execute(db)
  return rows
}
