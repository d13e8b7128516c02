import { type Kysely, type RawBuilder, sql } from 'kysely'
import { throwForeignRow } from './bound-rows.ts'
import { lastOfTransaction } from './round-trips.ts'
import type { Schema } from './schema.ts'
import { fromJson, type RecordJson, type StoredRecord } from './stored-record.ts'

/** Who calls, under which key, and about which record. */
export type Opening = {
  readonly credentials: { readonly tokenHash: Buffer } | { readonly postId: string }
  readonly key?: string | undefined
  readonly recordId?: string | undefined
}

export type Opened<Actor> = {
  readonly actor: Actor
  /** What was answered under this key before, and to what. */
  readonly earlier: { readonly digest: string; readonly answer: string } | null
  readonly record: StoredRecord | undefined
  /** How many parameters places have approved for themselves. */
  readonly placeParameters: number
}

/**
 * Opens the scope of whoever calls for this transaction; waits for the same call under the same key; reads and
 * locks the record the call is about. One statement (`open_call`).
 * @returns nothing when not signed in
 */
export async function openCall<Actor>(
  db: Kysely<Schema>,
  { credentials, key, recordId }: Opening,
): Promise<Opened<Actor> | undefined> {
  const token = 'tokenHash' in credentials ? credentials.tokenHash : null
  const post = 'postId' in credentials ? credentials.postId : null
  type Found = Pick<Opened<Actor>, 'actor' | 'earlier'> & { readonly record: RecordJson | null }
  const { rows } = await sql<{ call: Found | null; placeParameters: number }>`
    select open_call(${token}::bytea, ${post}::uuid, ${key ?? null}::text, ${recordId ?? null}::uuid) as call,
      (select count(*)::integer from place_parameter) as "placeParameters"`.execute(db)
  const [row] = rows
  if (!row?.call) return undefined
  const { call, placeParameters } = row
  return { ...call, record: call.record ? fromJson(call.record) : undefined, placeParameters }
}

/** One row of the audit trail. */
export type AuditNote = {
  readonly id: string
  readonly personId: string
  readonly postId: string
  readonly role: string
  readonly useCase: string
  readonly title: string
  readonly outcome: 'done' | 'refused'
  readonly address: string | null
  readonly requestId: string | null
  readonly jurisdictionId: string
  readonly subjectKind: string | null
  readonly subjectId: string | null
  readonly projectId: string | null
  /** JSON text. */
  readonly changes: string
}

/** What every command leaves behind it: its audit row, and its answer under the key it came with. */
export type CommandNote = {
  readonly audit: AuditNote
  readonly answered?: {
    readonly personId: string
    readonly key: string
    readonly digest: string
    readonly answer: string
  }
  /** Parts of the statement that write what the command left to its end. */
  readonly left?: readonly RawBuilder<unknown>[]
}

/** The note as parts of a statement that writes something else too: `with ${noteParts(note)}, …`. */
export function noteParts({ audit, answered, left = [] }: CommandNote): RawBuilder<unknown> {
  const row = sql`${left.length > 0 ? sql`${sql.join(left)}, ` : sql``}noted as (
    insert into audit (id, person_id, post_id, role, use_case, title, outcome, address, request_id, jurisdiction_id,
      subject_kind, subject_id, project_id, changes)
    values (${audit.id}, ${audit.personId}, ${audit.postId}, ${audit.role}, ${audit.useCase}, ${audit.title},
      ${audit.outcome}, ${audit.address}, ${audit.requestId}, ${audit.jurisdictionId}, ${audit.subjectKind},
      ${audit.subjectId}, ${audit.projectId}, ${audit.changes}::jsonb))`
  if (!answered) return row
  return sql`${row}, answered as (
    insert into idempotency (person_id, key, body_digest, status, answer)
    values (${answered.personId}, ${answered.key}, ${answered.digest}, 200, ${answered.answer}))`
}

/**
 * Writes the note as the last statement of its transaction, which ends with it.
 * @throws DomainError INVALID_INPUT when a row that was left to the end belongs to another record
 */
export async function endWithNote(db: Kysely<Schema>, note: CommandNote): Promise<void> {
  await sql`${lastOfTransaction} with ${noteParts(note)} select`.execute(db).catch(throwForeignRow)
}

/** Writes the note by itself, such as that of a refusal. */
export async function writeNote(db: Kysely<Schema>, note: CommandNote): Promise<void> {
  await sql`with ${noteParts(note)} select`.execute(db)
}
