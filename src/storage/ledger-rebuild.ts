import { type Kysely, sql } from 'kysely'
import type { ContractSource, StoredRow } from '../domain/ledger/contract.ts'
import type { SealedObject } from '../domain/ledger/sealed-value.ts'
import { boundColumns } from './bound-rows.ts'
import { actsWhere, BOUND_TABLES } from './ledger-source.ts'
import type { LeafRow } from './ledger-repository.ts'
import type { Schema } from './schema.ts'

/** Everything a leaf rests on as it is stored now; what is gone is missing. */
export type RebuildSource = {
  readonly [Part in keyof Omit<ContractSource, 'type' | 'prev'>]: ContractSource[Part] | null
}

/** Tables that keep their past; each row is read in the version the leaf was made from. */
const VERSIONED = ['record', 'project', 'attachment', 'evidence', ...BOUND_TABLES]

type Key = { readonly table: string; readonly id: string; readonly tx: string; readonly place: number }

function idsOf(contract: SealedObject, table: string): string[] {
  const images = (contract['stored'] ?? []) as readonly SealedObject[]
  return images.filter((image) => image['table'] === table).map(({ id }) => String(id))
}

/** Which version of which row a leaf names. */
function keysOf(contract: SealedObject): Key[] {
  const images = (contract['stored'] ?? []) as readonly SealedObject[]
  return images
    .filter((image) => VERSIONED.includes(String(image['table'])))
    .map(({ table, id, recorded_tx }, place) => ({
      table: String(table),
      id: String(id),
      tx: String(recorded_tx),
      place,
    }))
}

type Found = {
  readonly jurisdiction: ContractSource['jurisdiction']
  readonly acts: readonly StoredRow[] | null
  readonly frozen: StoredRow | null
  readonly frozenContent: ContractSource['frozenContent'] | null
  readonly versions: Readonly<Record<string, readonly (StoredRow | null)[]>> | null
  readonly numbers: readonly StoredRow[]
  readonly digests: Readonly<Record<string, string>> | null
}

/** Reads, for a leaf, the rows it was made from in the versions it names. */
export async function readRebuildSource(
  db: Kysely<Schema>,
  leaf: LeafRow,
  contract: SealedObject,
): Promise<RebuildSource> {
  const keys = JSON.stringify(keysOf(contract))
  const steps = idsOf(contract, 'act')
  // Those the leaf names, in its order; one put in between them afterwards shows up too.
  const acts = actsWhere(
    sql`a.jurisdiction_id = j.id and (a.id = any(${steps}::uuid[]) or (a.record_id = ${leaf.recordId}
      and a.sequence <= ${steps.length}))`,
    sql`coalesce(array_position(${steps}::uuid[], a.id), 0), a.sequence`,
  )
  const { rows } = await sql<Found>`
    select jsonb_build_object('code', j.id, 'name', j.name) as jurisdiction,
      ${acts} as acts,
      text_columns(to_jsonb(frozen) - 'content') as frozen, frozen.content as "frozenContent",
      (select jsonb_object_agg(v.name, v.rows) from (
        select k.table as name, jsonb_agg(text_columns(row_version(k.table, j.id, k.id, k.tx) - 'content') order by k.place)
          as rows
        from jsonb_to_recordset(${keys}::jsonb) k ("table" text, id uuid, tx bigint, place int)
        group by k.table) v) as versions,
      (select coalesce(jsonb_agg(text_columns(to_jsonb(n)) order by n.series, n.year, n.number), '[]') from document_number n
        where n.jurisdiction_id = j.id and n.record_id = ${leaf.recordId}) as numbers,
      (select jsonb_object_agg(d.sha256, d.sm3) from file_digest d where d.sha256 in (
        select a->>'sha256' from jsonb_array_elements(${JSON.stringify(contract['attachments'] ?? [])}::jsonb) a)) as digests
    from jurisdiction j
    left join frozen on frozen.jurisdiction_id = j.id and frozen.act_id = ${leaf.actId}
    where j.id = ${leaf.jurisdictionId}`.execute(db)
  return toSource(rows[0] as Found, contract)
}

function toSource(found: Found, contract: SealedObject): RebuildSource {
  const rowsOf = (table: string) =>
    (found.versions?.[table] ?? []).filter((row): row is StoredRow => row !== null)
  const record = rowsOf('record')[0] ?? null
  const project = rowsOf('project')[0] ?? null
  return {
    jurisdiction: found.jurisdiction,
    record,
    project: project && { ...project, ...officeCodes(contract) },
    acts: found.acts,
    frozen: found.frozen,
    frozenContent: found.frozenContent,
    rows: {
      ...Object.fromEntries(BOUND_TABLES.map((table) => [table, withoutShown(table, rowsOf(table))])),
      document_number: numbersNamed(found.numbers, contract),
    },
    attachments: rowsOf('attachment').map((row) => ({
      ...row,
      sm3: found.digests?.[row['sha256'] ?? ''] ?? null,
    })),
    evidence: rowsOf('evidence'),
  }
}

function withoutShown(table: (typeof BOUND_TABLES)[number], rows: readonly StoredRow[]): StoredRow[] {
  const shown = new Set(boundColumns(table))
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !shown.has(column))))
}

/** Codes of offices are what they were; the leaf is the only place that keeps them. */
function officeCodes(contract: SealedObject): StoredRow {
  const project = (contract['project'] ?? {}) as SealedObject
  const code = (office: string) =>
    ((project[office] as SealedObject | undefined)?.['code'] ?? null) as string | null
  return { unit_code: code('unit'), department_code: code('department') }
}

/** A record may be given further numbers later; the leaf speaks of those it had. */
function numbersNamed(numbers: readonly StoredRow[], contract: SealedObject): StoredRow[] {
  const named = ((contract['stored'] ?? []) as readonly SealedObject[])
    .filter((image) => image['table'] === 'document_number')
    .map((image) => `${image['series']} ${image['year']} ${image['number']}`)
  return numbers.filter((row) => named.includes(`${row['series']} ${row['year']} ${row['number']}`))
}
