import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** When a place decided against new items of a kind, and for the project of which year. */
export type AgainstKindRow = { readonly fiscalYear: number; readonly decidedOn: string }

/**
 * Decided 不再安排同类新增项目 of a department and category, newest first. Told to whoever works in that
 * place, also where the judged project is not theirs to see: years and days only.
 */
export async function findDecisionsAgainstKind(
  db: Kysely<Schema>,
  kind: { readonly jurisdictionId: string; readonly departmentId: string; readonly category: string },
): Promise<AgainstKindRow[]> {
  const { rows } = await sql<AgainstKindRow>`
    select fiscal_year as "fiscalYear", decided_on::text as "decidedOn"
    from decided_against_kind(${kind.jurisdictionId}, ${kind.departmentId}, ${kind.category})`.execute(db)
  return rows
}
