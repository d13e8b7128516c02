import { type Kysely, sql } from 'kysely'
import type { BoundTable, ContentRow } from '../domain/forms/form.ts'
import type { Act } from './act-repository.ts'
import { toIsoInstant } from './connection.ts'
import type { ProjectRow } from './project-repository.ts'
import type { RecordRow } from './record-repository.ts'
import type { Schema } from './schema.ts'

/** A record as it is stored now, with all that belongs to it; read in one statement (`read_record`). */
export type StoredRecord = {
  readonly record: RecordRow
  readonly project: ProjectRow | undefined
  readonly rows: Readonly<Record<BoundTable, readonly ContentRow[]>>
  /** Oldest first. */
  readonly acts: readonly Act[]
}

/** As `read_record` writes it: moments as PostgreSQL prints them, nothing where there are no rows. */
export type RecordJson = {
  readonly record: RecordRow
  readonly project: ProjectRow | null
  readonly parts: Readonly<Record<BoundTable, readonly ContentRow[] | null>> & {
    readonly acts: readonly Act[] | null
  }
}

export function fromJson({ record, project, parts }: RecordJson): StoredRecord {
  const { acts, ...rows } = parts
  return {
    record: {
      ...record,
      stateSince: toIsoInstant(record.stateSince),
      createdAt: toIsoInstant(record.createdAt),
    },
    project: project ? { ...project, createdAt: toIsoInstant(project.createdAt) } : undefined,
    rows: {
      indicator: rows.indicator ?? [],
      observation: rows.observation ?? [],
      execution: rows.execution ?? [],
      score: rows.score ?? [],
    },
    acts: (acts ?? []).map((act) => ({ ...act, actedAt: toIsoInstant(act.actedAt) })),
  }
}

type Found = { readonly found: RecordJson | null }

/** The record, or nothing when it does not exist or the scope does not reach it. */
export async function findStoredRecord(
  db: Kysely<Schema>,
  id: string,
  { isLocked = false }: { readonly isLocked?: boolean } = {},
): Promise<StoredRecord | undefined> {
  const { rows } = await sql<Found>`select read_record(${id}::uuid, ${isLocked}) as found`.execute(db)
  const found = rows[0]?.found
  return found ? fromJson(found) : undefined
}

/** The newest visible record of one kind of a project; locked, it stays as it is until the transaction ends. */
export async function findNewestRecord(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly projectId: string; readonly kind: string },
  { isLocked = false }: { readonly isLocked?: boolean } = {},
): Promise<StoredRecord | undefined> {
  const { rows } = await sql<Found>`
    select read_record(newest.id, ${isLocked}) as found from (
      select id from record
      where jurisdiction_id = ${where.jurisdictionId} and project_id = ${where.projectId} and kind = ${where.kind}
      order by created_at desc, id desc limit 1) newest`.execute(db)
  const found = rows[0]?.found
  return found ? fromJson(found) : undefined
}
