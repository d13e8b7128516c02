import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Schema } from './schema.ts'

/** One thing that must hold, and what was found against it. */
export type InspectionLine = {
  readonly id: string
  readonly title: string
  readonly count: number
  readonly examples: readonly string[]
}

export type InspectionRow = {
  readonly id: string
  readonly beganAt: string
  readonly endedAt: string
  readonly differences: number
  readonly lines: readonly InspectionLine[]
}

/** Keeps what one inspection found; by the owner, for nobody signed in may write here. */
export async function insertInspection(
  owner: pg.Pool,
  inspection: Pick<InspectionRow, 'beganAt' | 'endedAt' | 'lines'>,
): Promise<void> {
  const { beganAt, endedAt, lines } = inspection
  const differences = lines.reduce((sum, { count }) => sum + count, 0)
  await owner.query(
    'insert into inspection (began_at, ended_at, differences, lines) values ($1, $2, $3, $4)',
    [beganAt, endedAt, differences, JSON.stringify(lines)],
  )
}

/** The newest inspections, as far as the reader's post may see them. */
export async function findInspections(db: Kysely<Schema>, limit: number): Promise<InspectionRow[]> {
  const rows = await db
    .selectFrom('inspection')
    .select(['id', 'began_at as beganAt', 'ended_at as endedAt', 'differences', 'lines'])
    .orderBy('ended_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    ...row,
    id: String(row.id),
    lines: row.lines as readonly InspectionLine[],
  }))
}
