import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

export type Attachment = {
  readonly jurisdictionId: string
  readonly id: string
  readonly projectId: string | null
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
  readonly size_bytes: string
  readonly uploadedAt: string
}

const COLUMNS = sql`a.jurisdiction_id as "jurisdictionId", a.id, a.project_id as "projectId", a.sha256, a.name,
  a.media_type as "mediaType", a.size_bytes::text as size_bytes, a.uploaded_at as "uploadedAt"`

/** The attachment, or nothing when the scope does not reach it. */
export async function findAttachment(db: Kysely<Schema>, id: string): Promise<Attachment | undefined> {
  const { rows } = await sql<Attachment>`select ${COLUMNS} from attachment a where a.id = ${id}`.execute(db)
  return rows[0]
}

/** Attachments that prove a figure of this record, with the places they prove. */
export async function findEvidence(
  db: Kysely<Schema>,
  record: { readonly jurisdictionId: string; readonly id: string },
): Promise<(Attachment & { readonly places: readonly string[] })[]> {
  const { rows } = await sql<Attachment & { places: string[] }>`
    select ${COLUMNS}, array_agg(e.place order by e.place) as places
    from evidence e join attachment a on a.jurisdiction_id = e.jurisdiction_id and a.id = e.attachment_id
    where e.jurisdiction_id = ${record.jurisdictionId} and e.record_id = ${record.id}
    group by a.jurisdiction_id, a.id
    order by a.uploaded_at, a.id`.execute(db)
  return rows
}

/** Registers a file that lies safely on disk already. */
export async function insertAttachment(
  db: Kysely<Schema>,
  attachment: Attachment & { readonly personId: string },
): Promise<void> {
  await db
    .insertInto('attachment')
    .values({
      jurisdiction_id: attachment.jurisdictionId,
      id: attachment.id,
      project_id: attachment.projectId,
      sha256: attachment.sha256,
      name: attachment.name,
      media_type: attachment.mediaType,
      size_bytes: BigInt(attachment.size_bytes),
      uploaded_by: attachment.personId,
      uploaded_at: attachment.uploadedAt,
    })
    .execute()
}

/** Says which figure of a record an attachment proves. */
export async function insertEvidence(
  db: Kysely<Schema>,
  evidence: {
    readonly jurisdictionId: string
    readonly id: string
    readonly projectId: string | null
    readonly recordId: string
    readonly attachmentId: string
    readonly place: string
  },
): Promise<void> {
  await db
    .insertInto('evidence')
    .values({
      jurisdiction_id: evidence.jurisdictionId,
      id: evidence.id,
      project_id: evidence.projectId,
      record_id: evidence.recordId,
      attachment_id: evidence.attachmentId,
      place: evidence.place,
    })
    .execute()
}

/** Every file of a project with the title of the record it belongs to, as far as the scope reaches. */
export async function findProjectAttachments(
  db: Kysely<Schema>,
  project: { readonly jurisdictionId: string; readonly id: string },
): Promise<(Attachment & { readonly recordTitle: string | null })[]> {
  const { rows } = await sql<Attachment & { recordTitle: string | null }>`
    select ${COLUMNS}, (
      select r.title from evidence e
      join record r on r.jurisdiction_id = e.jurisdiction_id and r.id = e.record_id
      where e.jurisdiction_id = a.jurisdiction_id and e.attachment_id = a.id
      order by r.created_at limit 1) as "recordTitle"
    from attachment a where a.jurisdiction_id = ${project.jurisdictionId} and a.project_id = ${project.id}
    order by a.uploaded_at, a.id`.execute(db)
  return rows
}
