import { type Kysely, sql } from 'kysely'
import type { PublicKind } from '../domain/disclosure/published-office.ts'
import type { Schema } from './schema.ts'

/** One version of what is public about a project, with what lists search by. */
export type PublishedVersion = {
  readonly publicationId: string
  readonly kind: PublicKind
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
  await sql`insert into disclosure.version (publication_id, kind, version, jurisdiction_id, place_name, fiscal_year,
      project_name, unit_name, department_name, category, grade, score_x100, budget_fen, occasion, correction,
      published_on, package, sha256, sm3, leaf_idx)
    values (${row.publicationId}, ${row.kind}, ${row.version}, ${row.jurisdictionId}, ${row.placeName}, ${row.fiscalYear},
      ${row.projectName}, ${row.unitName}, ${row.departmentName}, ${row.category}, ${row.grade}, ${row.score_x100},
      ${row.budget_fen}::bigint, ${row.occasion}, ${row.correction}, ${row.publishedOn}::date, ${row.package},
      ${row.sha256}, ${row.sm3}, ${row.leafIdx})`.execute(db)
}

export type EarlierVersions = {
  /** The number of the newest version, withdrawn or not; 0 while there is none. */
  readonly last: number
  /** Whether a result was ever public. */
  readonly hasResult: boolean
  /** The newest version that is still public: what was withdrawn is not carried on. */
  readonly package: string | null
}

/**
 * Until the transaction ends nobody else makes a version of this publication or withdraws one: a version that was
 * made of what is withdrawn at the same moment would carry it on.
 */
export async function lockPublication(db: Kysely<Schema>, publicationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`publication/${publicationId}`}, 0))`.execute(db)
}

/** What came before the next version of a publication. */
export async function findEarlierVersions(
  db: Kysely<Schema>,
  publicationId: string,
): Promise<EarlierVersions> {
  const { rows } = await sql<EarlierVersions>`select coalesce(max(v.version), 0) as last,
      coalesce(bool_or(v.occasion = 'result'), false) as "hasResult",
      (select o.package from disclosure.version o where o.publication_id = ${publicationId}
        and not exists (select 1 from disclosure.withdrawal w
          where w.publication_id = o.publication_id and w.version = o.version)
        order by o.version desc limit 1) as package
    from disclosure.version v where v.publication_id = ${publicationId}`.execute(db)
  return rows[0] ?? { last: 0, hasResult: false, package: null }
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

/** What the public can be handed a proof of: a version, or that it was withdrawn. */
export type Proving = 'version' | 'withdrawal'

const PLACES = {
  version: { from: sql`disclosure.version`, proof: sql`disclosure.proof` },
  withdrawal: { from: sql`disclosure.withdrawal`, proof: sql`disclosure.withdrawal_proof` },
} as const

/** Those of a place whose leaf lies within the first `size` of its ledger and that have no proof yet. */
export async function findUnproved(
  db: Kysely<Schema>,
  what: Proving,
  jurisdictionId: string,
  size: number,
): Promise<Unproved[]> {
  const { from, proof } = PLACES[what]
  const { rows } = await sql<{ publicationId: string; version: number; leafIdx: bigint }>`
    select v.publication_id as "publicationId", v.version, v.leaf_idx as "leafIdx" from ${from} v
    where v.jurisdiction_id = ${jurisdictionId} and v.leaf_idx < ${size}
      and not exists (select 1 from ${proof} p where p.publication_id = v.publication_id and p.version = v.version)
    order by v.leaf_idx`.execute(db)
  return rows.map(({ leafIdx, ...row }) => ({ ...row, leafIdx: Number(leafIdx) }))
}

export async function insertProof(
  db: Kysely<Schema>,
  what: Proving,
  { publicationId, version }: Unproved,
  { size, bundle }: { readonly size: number; readonly bundle: string },
): Promise<void> {
  await sql`insert into ${PLACES[what].proof} (publication_id, version, size, bundle)
    values (${publicationId}, ${version}, ${size}, ${bundle})`.execute(db)
}
