import type { PublicDatabase } from './public-database.ts'

/** What stands where a version was taken down. */
export type Withdrawal = {
  readonly id: string
  readonly version: number
  readonly place: string
  readonly year: number
  /** Nothing where the name had to go too. */
  readonly name: string | null
  readonly occasion: 'target' | 'result'
  readonly publishedOn: string
  readonly withdrawnOn: string
  readonly said: string
  readonly sha256: string
  readonly sm3: string
  /** Places in the ledger, counted from 0: of what was published, and of the leaf that it was withdrawn. */
  readonly packageIdx: number
  readonly leafIdx: number
}

const COLUMNS = `publication_id as id, version, place_name as place, fiscal_year as year, name, occasion,
  published_on::text as "publishedOn", withdrawn_on::text as "withdrawnOn", said, sha256, sm3,
  package_idx::int as "packageIdx", leaf_idx::int as "leafIdx"`

/** The tombstone of a version, or nothing; the newest of the publication when no version is named. */
export async function readWithdrawal(
  { pool }: PublicDatabase,
  id: string,
  version?: number,
): Promise<Withdrawal | undefined> {
  const { rows } = await pool.query<Withdrawal>(
    `select ${COLUMNS} from disclosure.withdrawal where publication_id = $1 and ($2::int is null or version = $2)
     order by version desc limit 1`,
    [id, version ?? null],
  )
  return rows[0]
}

/** The newest proof that it was withdrawn; nothing until the ledger's next checkpoint. */
export async function readWithdrawalProof(
  { pool }: PublicDatabase,
  id: string,
  version: number,
): Promise<string | undefined> {
  const { rows } = await pool.query<{ bundle: string }>(
    `select bundle from disclosure.withdrawal_proof where publication_id = $1 and version = $2
     order by size desc limit 1`,
    [id, version],
  )
  return rows[0]?.bundle
}
