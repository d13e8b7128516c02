import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** One version of what is public about a project, with what lists search by. */
export type PublishedVersion = {
  readonly publicationId: string
  readonly version: number
  readonly jurisdictionId: string
  readonly placeName: string
  readonly fiscalYear: number
  readonly projectName: string
  readonly unitName: string
  readonly departmentName: string
  readonly category: string
  readonly grade: string | null
  readonly score_x100: number | null
  readonly budget_fen: string
  readonly occasion: 'target' | 'result'
  readonly correction: string | null
  readonly publishedOn: string
  /** Canonical JSON. */
  readonly package: string
  readonly sha256: string
  readonly sm3: string
  /** Its place in the ledger of the jurisdiction, counted from 0. */
  readonly leafIdx: number
}

export async function insertVersion(db: Kysely<Schema>, row: PublishedVersion): Promise<void> {
  await sql`insert into disclosure.version (publication_id, version, jurisdiction_id, place_name, fiscal_year,
      project_name, unit_name, department_name, category, grade, score_x100, budget_fen, occasion, correction,
      published_on, package, sha256, sm3, leaf_idx)
    values (${row.publicationId}, ${row.version}, ${row.jurisdictionId}, ${row.placeName}, ${row.fiscalYear},
      ${row.projectName}, ${row.unitName}, ${row.departmentName}, ${row.category}, ${row.grade}, ${row.score_x100},
      ${row.budget_fen}::bigint, ${row.occasion}, ${row.correction}, ${row.publishedOn}::date, ${row.package},
      ${row.sha256}, ${row.sm3}, ${row.leafIdx})`.execute(db)
}

export type LatestVersion = { readonly version: number; readonly package: string }

/** The newest version of a publication, or nothing while there is none. */
export async function findLatestVersion(
  db: Kysely<Schema>,
  publicationId: string,
): Promise<LatestVersion | undefined> {
  const { rows } = await sql<LatestVersion>`select version, package from disclosure.version
    where publication_id = ${publicationId} order by version desc limit 1`.execute(db)
  return rows[0]
}

/** The canonical JSON of one version, or nothing. */
export async function findVersion(
  db: Kysely<Schema>,
  publicationId: string,
  version: number,
): Promise<string | undefined> {
  const { rows } = await sql<{ package: string }>`select package from disclosure.version
    where publication_id = ${publicationId} and version = ${version}`.execute(db)
  return rows[0]?.package
}

export type Unproved = {
  readonly publicationId: string
  readonly version: number
  readonly leafIdx: number
}

/** Versions of a place whose leaf lies within the first `size` of its ledger and that have no proof yet. */
export async function findUnproved(
  db: Kysely<Schema>,
  jurisdictionId: string,
  size: number,
): Promise<Unproved[]> {
  const { rows } = await sql<{ publicationId: string; version: number; leafIdx: bigint }>`
    select v.publication_id as "publicationId", v.version, v.leaf_idx as "leafIdx" from disclosure.version v
    where v.jurisdiction_id = ${jurisdictionId} and v.leaf_idx < ${size}
      and not exists (select 1 from disclosure.proof p where p.publication_id = v.publication_id and p.version = v.version)
    order by v.leaf_idx`.execute(db)
  return rows.map(({ leafIdx, ...row }) => ({ ...row, leafIdx: Number(leafIdx) }))
}

export async function insertProof(
  db: Kysely<Schema>,
  { publicationId, version }: Unproved,
  { size, bundle }: { readonly size: number; readonly bundle: string },
): Promise<void> {
  await sql`insert into disclosure.proof (publication_id, version, size, bundle)
    values (${publicationId}, ${version}, ${size}, ${bundle})`.execute(db)
}
