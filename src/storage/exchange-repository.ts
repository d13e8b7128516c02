import { type Kysely, sql } from 'kysely'
import type { BoundTable, Content } from '../domain/forms/form.ts'
import type { ExchangeSource, MonitorFile } from '../domain/exchange/to-entities.ts'
import { boundRowOf } from './bound-rows.ts'
import type { Schema } from './schema.ts'

/** A project of the year with its newest record of a kind, and the codes other systems know it by. */
export type ExchangeRecord = ExchangeSource<Content> & { readonly state: string }

/** A project as other systems know it, with the facts it was entered with. */
export type ExchangeProject = Omit<ExchangeSource<Content>, 'recordId' | 'createdAt' | 'stateSince'> & {
  readonly id: string
  readonly status: string
  readonly isClassified: boolean
}

/** Projects of a place and year that the scope reaches, by code; of classified ones only that they are. */
export async function findExchangeProjects(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly fiscalYear: number },
): Promise<ExchangeProject[]> {
  const { rows } = await sql<ExchangeProject>`
    select p.jurisdiction_id as "jurisdictionId", p.fiscal_year as "fiscalYear", p.code as "projectCode",
      p.name as "projectName", unit.code as "unitCode", unit.name as "unitName",
      department.code as "departmentCode", department.name as "departmentName",
      p.id, p.version, p.status, p.is_classified as "isClassified",
      case when p.is_classified then '{}'::jsonb else p.content end as content
    from project p
    join organisation unit on unit.id = p.unit_id
    join organisation department on department.id = p.department_id
    where p.jurisdiction_id = ${where.jurisdictionId} and p.fiscal_year = ${where.fiscalYear}
    order by p.code`.execute(db)
  return rows
}

/** Which of these ids the indicators of a place have already, as far as the scope reaches. */
export async function findUsedIndicatorIds(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly ids: readonly string[] },
): Promise<ReadonlySet<string>> {
  if (where.ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select id from indicator
    where jurisdiction_id = ${where.jurisdictionId} and id = any(${where.ids}::uuid[])`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Files that prove figures of these records, in the order they came. */
export async function findExchangeFiles(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly recordIds: readonly string[] },
): Promise<MonitorFile[]> {
  if (where.recordIds.length === 0) return []
  const { rows } = await sql<MonitorFile>`
    select a.id, e.record_id as "recordId", a.name, min(e.place) as place
    from evidence e join attachment a on a.jurisdiction_id = e.jurisdiction_id and a.id = e.attachment_id
    where e.jurisdiction_id = ${where.jurisdictionId} and e.record_id = any(${where.recordIds}::uuid[])
    group by a.id, e.record_id, a.name, a.uploaded_at order by a.uploaded_at, a.id`.execute(db)
  return rows
}

/** The newest record of a kind of every project of a place and year that the scope reaches. No classified ones. */
export async function findExchangeRecords(
  db: Kysely<Schema>,
  where: {
    readonly jurisdictionId: string
    readonly fiscalYear: number
    readonly kind: string
    /** Tables of rows, by the field that shows them. */
    readonly bound: readonly (readonly [field: string, table: BoundTable])[]
  },
): Promise<ExchangeRecord[]> {
  const parts = where.bound.map(
    ([field, table]) => sql`|| jsonb_build_object(${sql.lit(field)}, coalesce(
      (select jsonb_agg(${boundRowOf(table)} order by t.ordinal, t.id) from ${sql.table(table)} t
       where t.jurisdiction_id = r.jurisdiction_id and t.record_id = r.id), '[]'))`,
  )
  const { rows } = await sql<ExchangeRecord>`
    select p.jurisdiction_id as "jurisdictionId", p.fiscal_year as "fiscalYear", p.code as "projectCode",
      p.name as "projectName", unit.code as "unitCode", unit.name as "unitName",
      department.code as "departmentCode", department.name as "departmentName",
      r.id as "recordId", r.state, r.version, r.created_at as "createdAt", r.state_since as "stateSince",
      r.content ${sql.join(parts, sql` `)} as content
    from project p
    join organisation unit on unit.id = p.unit_id
    join organisation department on department.id = p.department_id
    join lateral (
      select * from record r where r.jurisdiction_id = p.jurisdiction_id and r.project_id = p.id
        and r.kind = ${where.kind}
      order by r.created_at desc, r.id desc limit 1) r on true
    where p.jurisdiction_id = ${where.jurisdictionId} and p.fiscal_year = ${where.fiscalYear}
      and not p.is_classified
    order by p.code, r.id`.execute(db)
  return rows
}
