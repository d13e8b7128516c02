import type { OpenSource } from '../domain/disclosure/open-data/data-package.ts'
import type { PublicKind } from '../domain/disclosure/published-office.ts'
import type { PublishedProject } from '../domain/disclosure/published-project.ts'
import type { PublicDatabase } from './public-database.ts'

/** What lists show of a publication: its newest version. */
export type Listed = {
  readonly id: string
  readonly version: number
  readonly place: string
  readonly placeCode: string
  readonly year: number
  readonly name: string
  readonly unit: string
  readonly department: string
  readonly category: string
  readonly kind: PublicKind
  readonly grade: string | null
  readonly score_x100: number | null
  readonly budget_fen: string
  readonly publishedOn: string
}

export type Wanted = {
  readonly words: readonly string[]
  readonly place: string
  readonly year: string
  readonly grade: string
  readonly category: string
  readonly kind: string
  readonly page: number
}

export const PAGE_SIZE = 20

const NEWEST = `(select distinct on (publication_id) * from disclosure.version order by publication_id, version desc) v`
const COLUMNS = `v.publication_id as id, v.version, v.place_name as place, v.jurisdiction_id as "placeCode",
  v.fiscal_year as year, v.project_name as name, v.unit_name as unit, v.department_name as department, v.category,
  v.kind, v.grade, v.score_x100, v.budget_fen::text as budget_fen, v.published_on::text as "publishedOn"`

/** Publications that fit, newest first, one page of them, and how many there are; beyond the last it is the last. */
export async function searchPublications(
  database: PublicDatabase,
  wanted: Wanted,
): Promise<{ readonly items: readonly Listed[]; readonly count: number; readonly page: number }> {
  const like = wanted.words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  const { rows } = await database.pool.query<Listed & { count: number }>(
    `select ${COLUMNS}, count(*) over ()::int as count from ${NEWEST}
     where ($1 = '' or v.jurisdiction_id = $1) and ($2 = '' or v.fiscal_year::text = $2)
       and ($3 = '' or v.grade = $3) and ($4 = '' or v.category = $4)
       and ($7 = '' or v.kind = $7)
       and not exists (select 1 from unnest($5::text[]) w
         where concat_ws(' ', v.project_name, v.unit_name, v.department_name, v.place_name) not ilike w)
     order by v.published_on desc, v.fiscal_year desc, v.project_name limit ${PAGE_SIZE} offset $6`,
    [
      wanted.place,
      wanted.year,
      wanted.grade,
      wanted.category,
      like,
      (wanted.page - 1) * PAGE_SIZE,
      wanted.kind,
    ],
  )
  const [first] = rows
  if (first || wanted.page === 1) return { items: rows, count: first?.count ?? 0, page: wanted.page }
  const { count } = await searchPublications(database, { ...wanted, page: 1 })
  return searchPublications(database, { ...wanted, page: Math.max(1, Math.ceil(count / PAGE_SIZE)) })
}

/** What can be chosen to narrow the list. */
export type Facets = {
  readonly places: readonly { readonly code: string; readonly name: string }[]
  readonly years: readonly number[]
  readonly categories: readonly string[]
  readonly kinds: readonly PublicKind[]
}

export async function readFacets({ pool }: PublicDatabase): Promise<Facets> {
  const { rows } = await pool.query<Facets>(
    `select coalesce((select json_agg(p order by p.code) from (select distinct jurisdiction_id as code, place_name as name
        from disclosure.version) p), '[]') as places,
      coalesce((select json_agg(y order by y desc) from (select distinct fiscal_year as y from disclosure.version) x), '[]') as years,
      coalesce((select json_agg(c order by c) from (select distinct category as c from disclosure.version
        where category <> '') x), '[]') as categories,
      coalesce((select json_agg(k order by k desc) from (select distinct kind as k from disclosure.version) x), '[]') as kinds`,
  )
  return rows[0] ?? { places: [], years: [], categories: [], kinds: [] }
}

export type ReadVersion = {
  readonly published: PublishedProject
  readonly text: string
  readonly sha256: string
  readonly sm3: string
  readonly leafIdx: number
  readonly versions: readonly VersionMark[]
  readonly withdrawn: readonly WithdrawnMark[]
}

export type WithdrawnMark = { readonly version: number; readonly withdrawnOn: string }

export type VersionMark = {
  readonly version: number
  readonly publishedOn: string
  readonly occasion: 'target' | 'result'
  readonly correction: string | null
}

/** One version with the marks of all, or nothing; the newest when none is named. */
export async function readVersion(
  { pool }: PublicDatabase,
  id: string,
  version?: number,
): Promise<ReadVersion | undefined> {
  const { rows } = await pool.query<Omit<ReadVersion, 'published'>>(
    `select v.package as text, v.sha256, v.sm3, v.leaf_idx::int as "leafIdx",
      (select json_agg(json_build_object('version', o.version, 'publishedOn', o.published_on::text, 'occasion', o.occasion,
        'correction', o.correction) order by o.version) from disclosure.version o where o.publication_id = $1) as versions,
      coalesce((select json_agg(json_build_object('version', w.version, 'withdrawnOn', w.withdrawn_on::text)
        order by w.version) from disclosure.withdrawal w where w.publication_id = $1), '[]') as withdrawn
     from disclosure.version v where v.publication_id = $1 and ($2::int is null or v.version = $2)
     order by v.version desc limit 1`,
    [id, version ?? null],
  )
  const [row] = rows
  return row && { ...row, published: JSON.parse(row.text) as PublishedProject }
}

/** The newest proof of a version; nothing until the ledger's next checkpoint. */
export async function readProof(
  { pool }: PublicDatabase,
  id: string,
  version: number,
): Promise<{ readonly bundle: string; readonly size: number } | undefined> {
  const { rows } = await pool.query<{ bundle: string; size: number }>(
    `select bundle, size::int from disclosure.proof where publication_id = $1 and version = $2
     order by size desc limit 1`,
    [id, version],
  )
  return rows[0]
}

/**
 * How far the publications of a place and year have come. What is public may become less, but then the number of what
 * was withdrawn has grown: the three together never come back.
 */
export async function placeYearMark(
  { pool }: PublicDatabase,
  place: string,
  year: number,
): Promise<PlaceYearMark> {
  const { rows } = await pool.query<Omit<PlaceYearMark, 'placeName'> & { readonly placeName: string | null }>(
    `select count(*)::int as versions, max(v.place_name) as "placeName",
      (select count(*)::int from disclosure.proof p join disclosure.version o using (publication_id, version)
        where o.jurisdiction_id = $1 and o.fiscal_year = $2) as proofs,
      (select count(*)::int from disclosure.withdrawal w where w.jurisdiction_id = $1 and w.fiscal_year = $2) as withdrawn
     from disclosure.version v where v.jurisdiction_id = $1 and v.fiscal_year = $2`,
    [place, year],
  )
  const [row] = rows
  const { versions = 0, proofs = 0, withdrawn = 0, placeName } = row ?? {}
  return { versions, proofs, withdrawn, placeName: placeName ?? '' }
}

export type PlaceYearMark = {
  readonly versions: number
  readonly proofs: number
  readonly withdrawn: number
  readonly placeName: string
}

const READ_AT_ONCE = 40

/** Every newest version of a place and year, complete, a few at a time. */
export async function* readPlaceYear(
  { pool }: PublicDatabase,
  place: string,
  year: number,
): AsyncGenerator<OpenSource> {
  let after: readonly [name: string, id: string] = ['', '']
  while (true) {
    const { rows } = await pool.query<{
      text: string
      sha256: string
      bundle: string | null
      name: string
      id: string
    }>(
      `select v.package as text, v.sha256, v.project_name as name, v.publication_id as id,
        (select p.bundle from disclosure.proof p where p.publication_id = v.publication_id
          and p.version = v.version order by p.size desc limit 1) as bundle
       from disclosure.version v where v.jurisdiction_id = $1 and v.fiscal_year = $2
         and (v.project_name, v.publication_id) > ($3, $4)
         and not exists (select 1 from disclosure.version o where o.publication_id = v.publication_id and o.version > v.version)
       order by v.project_name, v.publication_id limit ${READ_AT_ONCE}`,
      [place, year, ...after],
    )
    for (const { text, sha256, bundle } of rows)
      yield { sha256, bundle, published: JSON.parse(text) as PublishedProject }
    const end = rows.at(-1)
    if (!end || rows.length < READ_AT_ONCE) return
    after = [end.name, end.id]
  }
}

export type Answer = {
  readonly said: string
  readonly answer: string
  readonly receivedOn: string
  readonly answeredOn: string
}

/** Published questions and answers about a project. */
export async function readAnswers({ pool }: PublicDatabase, id: string): Promise<readonly Answer[]> {
  const { rows } = await pool.query<Answer>(
    `select said, answer, received_on::text as "receivedOn", answered_on::text as "answeredOn"
     from disclosure.answer where publication_id = $1 order by answered_on desc, number limit 50`,
    [id],
  )
  return rows
}

export type SentFeedback = { readonly number: string } | { readonly refused: 'unknown' | 'length' | 'busy' }

const REFUSALS: Readonly<Record<string, 'unknown' | 'length' | 'busy'>> = {
  JH404: 'unknown',
  // Withdrawn since the page was read.
  JH410: 'unknown',
  JH422: 'length',
  JH429: 'busy',
}

/** The only thing that is written: through a function that does nothing else. */
export async function sendFeedback(
  { pool }: PublicDatabase,
  feedback: { readonly id: string; readonly version: number; readonly words: string },
): Promise<SentFeedback> {
  const client = await pool.connect()
  try {
    await client.query('begin read write')
    const { rows } = await client.query<{ number: string }>(
      'select disclosure.send_feedback($1, $2, $3) as number',
      [feedback.id, feedback.version, feedback.words],
    )
    await client.query('commit')
    return { number: rows[0]?.number ?? '' }
  } catch (error) {
    await client.query('rollback')
    const refused = error instanceof Error && 'code' in error ? REFUSALS[String(error.code)] : undefined
    if (refused) return { refused }
    throw error
  } finally {
    client.release()
  }
}
