import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** One light a round ended with. */
export type LightRow = {
  readonly recordId: string
  readonly fiscalYear: number
  readonly month: number
  readonly light: string
  readonly reason: string
  readonly concludedAt: string
}

export async function insertLight(
  db: Kysely<Schema>,
  row: {
    readonly jurisdictionId: string
    readonly id: string
    readonly projectId: string
    readonly recordId: string
    readonly fiscalYear: number
    readonly month: number
    readonly light: string
    readonly reason: string
    readonly input: unknown
    readonly now: string
  },
): Promise<void> {
  await sql`insert into monitoring_light
      (jurisdiction_id, id, project_id, record_id, fiscal_year, month, light, reason, input, concluded_at)
    values (${row.jurisdictionId}, ${row.id}, ${row.projectId}, ${row.recordId}, ${row.fiscalYear}, ${row.month},
      ${row.light}, ${row.reason}, ${JSON.stringify(row.input)}::jsonb, ${row.now})`.execute(db)
}

/** The lights of a project in the order in which they were concluded. */
export async function findLights(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly projectId: string },
): Promise<LightRow[]> {
  const { rows } = await sql<LightRow>`
    select record_id as "recordId", fiscal_year as "fiscalYear", month, light, reason, concluded_at as "concludedAt"
    from monitoring_light
    where jurisdiction_id = ${where.jurisdictionId} and project_id = ${where.projectId}
    order by concluded_at, id`.execute(db)
  return rows
}

/** A point of a past year: of this project or of one like it, without saying of which. */
export type PastPoint = {
  readonly curve: string
  readonly isOwn: boolean
  readonly line: 'money' | 'output'
  readonly month: number
  readonly share_bp: number
}

/** Past years of a project and of those of its category in the same place; shares in 万分之一. */
export async function findPastLines(
  db: Kysely<Schema>,
  project: { readonly jurisdictionId: string; readonly id: string },
  years: number,
): Promise<PastPoint[]> {
  const { rows } = await sql<PastPoint>`
    select curve::text as curve, is_own as "isOwn", line, month, share_bp
    from past_year_lines(${project.jurisdictionId}, ${project.id}::uuid, ${years}::integer)`.execute(db)
  return rows
}
