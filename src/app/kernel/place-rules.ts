import type { Kysely } from 'kysely'
import { type PlaceValue, type RuleBook, type Source, withPlaceValues } from '../../rules/index.ts'
import { findPlaceParameters, type PlaceParameter } from '../../storage/place-parameter-repository.ts'
import type { Schema } from '../../storage/schema.ts'

/** What was made last of each book of the rules folder; a server has one, a test several. */
const KNOWN = new WeakMap<RuleBook, { readonly count: number; readonly book: RuleBook }>()

/**
 * The rules as they stand: those of the folder with what places approved. Rows only grow, so that their number
 * says whether the ones at hand are all; as long as it stands nothing is read.
 * @param count how many there are, as the call was opened
 */
export async function rulesInForce(db: Kysely<Schema>, files: RuleBook, count: number): Promise<RuleBook> {
  if (count === 0) return files
  const known = KNOWN.get(files)
  if (known?.count === count) return known.book
  const rows = await findPlaceParameters(db)
  const { book } = withPlaceValues(files, rows.map(placeValue))
  // What was read, not what was counted: somebody may have approved in between.
  KNOWN.set(files, { count: rows.length, book })
  return book
}

/** The rules as they stand, for work that no call opens: nightly recomputation, inspection. */
export async function readRulesInForce(db: Kysely<Schema>, files: RuleBook): Promise<RuleBook> {
  return withPlaceValues(files, (await findPlaceParameters(db)).map(placeValue)).book
}

/** What is stored and cannot be used, one sentence each; its place keeps what the files say. */
export async function findUnusable(db: Kysely<Schema>, files: RuleBook): Promise<readonly string[]> {
  return withPlaceValues(files, (await findPlaceParameters(db)).map(placeValue)).faults
}

/** A stored row as the rules take it. */
export function placeValue(row: PlaceParameter): PlaceValue {
  const source = row.source as unknown as Source
  return {
    jurisdiction: row.jurisdictionId,
    parameter: row.parameter,
    from: row.effectiveFrom,
    value: row.value,
    source,
    article: row.article,
    standing: row.standing,
    approvedOn: row.approvedOn,
    origin: `${row.jurisdictionId}审定的取值（${source.number ?? source.title}）`,
  }
}
