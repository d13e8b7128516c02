import { type Kysely, sql } from 'kysely'
import type { ContractSource, StoredRow } from '../domain/ledger/contract.ts'
import type { BoundTable } from '../domain/forms/form.ts'
import { boundColumns } from './bound-rows.ts'
import type { Schema } from './schema.ts'

/** Tables whose rows belong to the content of a record. */
export const BOUND_TABLES: readonly BoundTable[] = ['execution', 'indicator', 'observation', 'score']

/** What a sealed act rests on, without what the asker adds: its type. */
export type StoredSource = Omit<ContractSource, 'type'> & { readonly prevIdx: bigint | null }

/** One act on one record. */
export type SealedAct = { readonly jurisdictionId: string; readonly recordId: string; readonly actId: string }

/** A stored row, and what is told beside it. */
type RowAndMore = readonly [StoredRow, StoredRow]

type FoundSource = {
  readonly project: RowAndMore | null
  readonly files: Pick<StoredSource, 'attachments' | 'evidence'>
  readonly source: {
    readonly source: Pick<StoredSource, 'jurisdiction' | 'record' | 'frozen' | 'frozenContent'> & {
      readonly acts: readonly RowAndMore[]
      readonly numbers: readonly StoredRow[]
      readonly previous: { readonly idx: string; readonly sha256: string; readonly sm3: string } | null
    }
    /** Nothing where the form has no table of its own. */
    readonly rows: StoredSource['rows'] | null
  }
}

/**
 * Reads what acts that were just taken rest on, as it is stored now, inside their transaction. Locks their
 * contracts first: only one transaction at a time adds to a contract, so that its leaves form one chain.
 * @throws Error when one of them froze no version
 */
export async function readSealSources(
  db: Kysely<Schema>,
  acts: readonly (SealedAct & { readonly contractId: string; readonly bound: readonly BoundTable[] })[],
): Promise<StoredSource[]> {
  const asked = acts.map(({ jurisdictionId, recordId, actId, contractId, bound }) => ({
    ...{ jurisdictionId, recordId, actId, contractId },
    bound: Object.fromEntries(bound.map((table) => [table, boundColumns(table)])),
  }))
  const { rows } = await sql<{ found: FoundSource }>`
    select found from read_seal_sources(${JSON.stringify(asked)}::jsonb) found`.execute(db)
  if (rows.length !== acts.length) throw new Error('an act that is to be sealed froze no version')
  return rows.map(({ found }) => toSource(found))
}

function toSource({ project, files, source: { source, rows } }: FoundSource): StoredSource {
  const { numbers, previous, acts, ...same } = source
  const join = ([row, more]: RowAndMore): StoredRow => ({ ...row, ...more })
  return {
    ...same,
    ...files,
    project: project && join(project),
    acts: acts.map(join),
    rows: { ...rows, document_number: numbers },
    prev: previous ? { sha256: previous.sha256, sm3: previous.sm3 } : null,
    prevIdx: previous ? BigInt(previous.idx) : null,
  }
}

/** SM3 of stored files by their SHA-256, remembered so that a file is read once. */
export async function insertFileDigest(
  db: Kysely<Schema>,
  file: { readonly sha256: string; readonly sm3: string },
): Promise<void> {
  await db
    .insertInto('file_digest')
    .values(file)
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
}

export type { StoredRow }
