import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

export type WithdrawalKind = 'personal' | 'secret' | 'wrong' | 'other'

/** What one person asks to be taken down, and why. */
export type NewProposal = {
  readonly id: string
  readonly jurisdictionId: string
  readonly publicationId: string
  readonly versions: readonly number[]
  readonly kind: WithdrawalKind
  /** For the inside. */
  readonly reason: string
  /** For the public. */
  readonly said: string
  readonly isNameTold: boolean
  readonly personId: string
  readonly now: string
}

export type ProposalRow = Omit<NewProposal, 'now'> & {
  readonly personName: string
  readonly proposedAt: string
  readonly action: 'approve' | 'refuse' | null
  readonly decision: string | null
  readonly decidedBy: string | null
  readonly decidedAt: string | null
}

const PROPOSALS = sql`select p.id, p.jurisdiction_id as "jurisdictionId", p.publication_id as "publicationId", p.versions,
  p.kind, p.reason, p.said, p.is_name_told as "isNameTold", p.person_id as "personId", person.name as "personName",
  p.proposed_at as "proposedAt", d.action, d.said as decision, decider.name as "decidedBy", d.decided_at as "decidedAt"
  from withdrawal_proposal p join person on person.id = p.person_id
  left join withdrawal_decision d on d.jurisdiction_id = p.jurisdiction_id and d.proposal_id = p.id
  left join person decider on decider.id = d.person_id`

export async function insertProposal(db: Kysely<Schema>, row: NewProposal): Promise<void> {
  await sql`insert into withdrawal_proposal (jurisdiction_id, id, publication_id, versions, kind, reason, said,
      is_name_told, person_id, proposed_at)
    values (${row.jurisdictionId}, ${row.id}, ${row.publicationId}, ${row.versions}::integer[], ${row.kind},
      ${row.reason}, ${row.said}, ${row.isNameTold}, ${row.personId}, ${row.now}::timestamptz)`.execute(db)
}

/** Those about the publications, newest first. */
export async function findProposals(
  db: Kysely<Schema>,
  publicationIds: readonly string[],
): Promise<ProposalRow[]> {
  const { rows } = await sql<ProposalRow>`${PROPOSALS} where p.publication_id = any(${publicationIds}::text[])
    order by p.proposed_at desc, p.id`.execute(db)
  return rows
}

/** One of them, or nothing when it does not exist or lies outside the scope. */
export async function findProposal(db: Kysely<Schema>, id: string): Promise<ProposalRow | undefined> {
  const { rows } = await sql<ProposalRow>`${PROPOSALS} where p.id = ${id}::uuid`.execute(db)
  return rows[0]
}

export async function insertDecision(
  db: Kysely<Schema>,
  { id: proposalId, jurisdictionId }: ProposalRow,
  decision: {
    readonly id: string
    readonly action: 'approve' | 'refuse'
    readonly said: string
    readonly personId: string
    readonly now: string
  },
): Promise<void> {
  await sql`insert into withdrawal_decision (jurisdiction_id, id, proposal_id, action, said, person_id, decided_at)
    values (${jurisdictionId}, ${decision.id}, ${proposalId}, ${decision.action}, ${decision.said},
      ${decision.personId}, ${decision.now}::timestamptz)`.execute(db)
}

/** A version as the pages about withdrawing show it; its text is read apart. */
export type PublicationRow = {
  readonly publicationId: string
  readonly version: number
  readonly jurisdictionId: string
  readonly name: string
  readonly fiscalYear: number
  readonly occasion: 'target' | 'result'
  readonly publishedOn: string
  readonly withdrawnOn: string | null
  readonly sha256: string
  readonly sm3: string
  readonly leafIdx: number
}

const VERSIONS = sql`select v.publication_id as "publicationId", v.version, v.jurisdiction_id as "jurisdictionId",
  v.project_name as name, v.fiscal_year as "fiscalYear", v.occasion, v.published_on::text as "publishedOn",
  w.withdrawn_on::text as "withdrawnOn", v.sha256, v.sm3, v.leaf_idx::int as "leafIdx"
  from disclosure.version v
  left join disclosure.withdrawal w on w.publication_id = v.publication_id and w.version = v.version`

/** Every version of one's place whose name or number has the words in it; what waits for a decision comes first. */
export async function findPublications(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly words: string; readonly limit: number },
): Promise<PublicationRow[]> {
  const like = `%${where.words.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<PublicationRow>`${VERSIONS}
    where v.jurisdiction_id = ${where.jurisdictionId}
      and (v.project_name ilike ${like} or v.publication_id = ${where.words})
    order by exists (select 1 from withdrawal_proposal p where p.jurisdiction_id = v.jurisdiction_id
        and p.publication_id = v.publication_id and not exists (select 1 from withdrawal_decision d
          where d.jurisdiction_id = p.jurisdiction_id and d.proposal_id = p.id)) desc,
      max(v.published_on) over (partition by v.publication_id) desc, v.project_name, v.publication_id, v.version desc
    limit ${where.limit}`.execute(db)
  return rows
}

/** All versions of one publication, oldest first. */
export async function findVersions(db: Kysely<Schema>, publicationId: string): Promise<PublicationRow[]> {
  const { rows } = await sql<PublicationRow>`${VERSIONS} where v.publication_id = ${publicationId}
    order by v.version`.execute(db)
  return rows
}

/** The version goes out of the public's sight; what it is told instead stands in its place. */
export async function insertWithdrawal(
  db: Kysely<Schema>,
  version: Pick<PublicationRow, 'publicationId' | 'version'>,
  told: {
    readonly on: string
    readonly said: string
    readonly isNameTold: boolean
    readonly leafIdx: number
  },
): Promise<void> {
  await sql`insert into disclosure.withdrawal (publication_id, version, jurisdiction_id, place_name, fiscal_year, name,
      occasion, published_on, withdrawn_on, said, sha256, sm3, package_idx, leaf_idx)
    select v.publication_id, v.version, v.jurisdiction_id, v.place_name, v.fiscal_year,
      case when ${told.isNameTold} then v.project_name end, v.occasion, v.published_on, ${told.on}::date, ${told.said},
      v.sha256, v.sm3, v.leaf_idx, ${told.leafIdx} from disclosure.version v
    where v.publication_id = ${version.publicationId} and v.version = ${version.version}`.execute(db)
}

/** Whether the public is shut out of a version. */
export async function isWithdrawn(
  db: Kysely<Schema>,
  { publicationId, version }: { readonly publicationId: string; readonly version: number },
): Promise<boolean> {
  const { rows } = await sql`select from disclosure.withdrawal where publication_id = ${publicationId}
    and version = ${version}`.execute(db)
  return rows.length > 0
}
