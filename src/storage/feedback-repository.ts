import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** What a citizen wrote, and what has become of it. */
export type FeedbackRow = {
  readonly id: string
  readonly number: string
  readonly jurisdictionId: string
  readonly publicationId: string
  readonly version: number
  readonly projectName: string
  readonly said: string
  readonly receivedAt: string
  readonly answer: string | null
  /** The person who wrote it. */
  readonly answeredBy: string | null
  readonly ignoredBecause: string | null
  readonly isPublished: boolean
  readonly handledBy: string | null
  readonly handledAt: string | null
}

const COLUMNS = sql`f.id, f.number, f.jurisdiction_id as "jurisdictionId", f.publication_id as "publicationId", f.version,
  v.project_name as "projectName", f.said, f.received_at as "receivedAt",
  (select h.said from feedback_handling h where h.jurisdiction_id = f.jurisdiction_id and h.feedback_id = f.id
    and h.action = 'answer') as answer,
  (select h.person_id from feedback_handling h where h.jurisdiction_id = f.jurisdiction_id and h.feedback_id = f.id
    and h.action = 'answer') as "answeredBy",
  (select h.said from feedback_handling h where h.jurisdiction_id = f.jurisdiction_id and h.feedback_id = f.id
    and h.action = 'ignore') as "ignoredBecause",
  exists (select 1 from feedback_handling h where h.jurisdiction_id = f.jurisdiction_id and h.feedback_id = f.id
    and h.action = 'publish') as "isPublished",
  last.name as "handledBy", last.handled_at as "handledAt"`

const SOURCE = sql`from feedback f
  join disclosure.version v on v.publication_id = f.publication_id and v.version = f.version
  left join lateral (select person.name, h.handled_at from feedback_handling h join person on person.id = h.person_id
    where h.jurisdiction_id = f.jurisdiction_id and h.feedback_id = f.id order by h.handled_at desc limit 1) last on true`

/** What waits comes first, then the newest. */
export async function findFeedback(db: Kysely<Schema>, limit: number): Promise<FeedbackRow[]> {
  const { rows } = await sql<FeedbackRow>`select ${COLUMNS} ${SOURCE}
    order by (last.handled_at is null) desc, f.received_at desc, f.number limit ${limit}`.execute(db)
  return rows
}

/** One of them, or nothing when it does not exist or lies outside the scope. */
export async function findOneFeedback(db: Kysely<Schema>, id: string): Promise<FeedbackRow | undefined> {
  const { rows } = await sql<FeedbackRow>`select ${COLUMNS} ${SOURCE} where f.id = ${id}::uuid`.execute(db)
  return rows[0]
}

export async function insertHandling(
  db: Kysely<Schema>,
  { id: feedbackId, jurisdictionId }: FeedbackRow,
  handling: {
    readonly id: string
    readonly action: 'answer' | 'publish' | 'ignore'
    readonly said: string
    readonly personId: string
    readonly now: string
  },
): Promise<void> {
  await sql`insert into feedback_handling (jurisdiction_id, id, feedback_id, action, said, person_id, handled_at)
    values (${jurisdictionId}, ${handling.id}, ${feedbackId}, ${handling.action}, ${handling.said},
      ${handling.personId}, ${handling.now}::timestamptz)`.execute(db)
}

/** The answer as the public reads it. */
export async function insertAnswer(
  db: Kysely<Schema>,
  row: FeedbackRow,
  answer: { readonly text: string; readonly receivedOn: string; readonly answeredOn: string },
): Promise<void> {
  await sql`insert into disclosure.answer (number, publication_id, version, said, answer, received_on, answered_on)
    values (${row.number}, ${row.publicationId}, ${row.version}, ${row.said}, ${answer.text},
      ${answer.receivedOn}::date, ${answer.answeredOn}::date)`.execute(db)
}
