import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { ContractSource, StoredRow } from '../domain/ledger/contract.ts'
import type { SealedObject } from '../domain/ledger/sealed-value.ts'
import { asText } from './as-text.ts'
import { boundColumns } from './bound-rows.ts'
import { BOUND_TABLES } from './ledger-source.ts'
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

/** Files a leaf names, by digest. */
function filesOf(contract: SealedObject): string[] {
  const files = (contract['attachments'] ?? []) as readonly SealedObject[]
  return files.map(({ sha256 }) => String(sha256))
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
  readonly acts: readonly (readonly [row: StoredRow, names: StoredRow])[] | null
  readonly frozen: StoredRow | null
  readonly frozenContent: ContractSource['frozenContent'] | null
  /** Each named row with its table, in the order of the leaf. */
  readonly versions: readonly (readonly [table: string, row: StoredRow | null])[] | null
  readonly numbers: readonly StoredRow[]
  readonly digests: Readonly<Record<string, string>> | null
}

/** A leaf and what it says. */
export type SealedLeaf = { readonly leaf: LeafRow; readonly contract: SealedObject }

/** Reads, for a leaf, the rows it was made from in the versions it names. */
export async function readRebuildSource(
  db: Kysely<Schema>,
  leaf: LeafRow,
  contract: SealedObject,
): Promise<RebuildSource> {
  const [source] = await readRebuildSources(db, leaf.jurisdictionId, [{ leaf, contract }])
  if (!source) throw new Error(`jurisdiction ${leaf.jurisdictionId} is not stored`)
  return source
}

/** The same for many leaves of one log in one statement. */
export async function readRebuildSources(
  db: Kysely<Schema>,
  jurisdictionId: string,
  leaves: readonly SealedLeaf[],
): Promise<RebuildSource[]> {
  const asked = leaves.map(({ leaf, contract }, n) => ({
    ...{ n, record: leaf.recordId, act: leaf.actId, steps: idsOf(contract, 'act') },
    files: filesOf(contract),
  }))
  const keys = leaves.flatMap(({ contract }, n) => keysOf(contract).map((key) => ({ n, ...key })))
  const { rows } = await sql<Found>`
    with wanted as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        w (n int, record uuid, act uuid, steps uuid[], files text[])),
    named as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
        k (n int, place int, "table" text, id uuid, tx bigint)),
    version as materialized (
      select n, json_agg(json_build_array(name, row) order by place) as rows
      from (${sql.join(
        VERSIONED.map((table) => versionsOf(table, jurisdictionId)),
        sql` union all `,
      )}) v (n, place, name, row) group by n)
    select json_build_object('code', j.id, 'name', j.name) as jurisdiction,
      -- Those the leaf names, in its order; one put in between them afterwards shows up too.
      (select json_agg(json_build_array(${asText(sql`to_jsonb(a)`)},
          json_build_object('person_name', person.name, 'organisation_name', organisation.name))
          order by coalesce(array_position(w.steps, a.id), 0), a.sequence)
        from act a left join person on person.id = a.person_id
        left join organisation on organisation.id = a.organisation_id
        where a.jurisdiction_id = j.id and (a.id = any(w.steps) or (a.record_id = w.record
          and a.sequence <= cardinality(w.steps)))) as acts,
      ${asText(sql`to_jsonb(f) - 'content'`)} as frozen, f.content as "frozenContent", v.rows as versions,
      (select coalesce(json_agg(${asText(sql`to_jsonb(d)`)} order by d.series, d.year, d.number), '[]')
        from document_number d where d.jurisdiction_id = j.id and d.record_id = w.record) as numbers,
      case when w.files <> '{}' then (select jsonb_object_agg(d.sha256, d.sm3) from file_digest d
        where d.sha256 = any(w.files)) end as digests
    from wanted w join jurisdiction j on j.id = ${jurisdictionId}
    left join lateral (select * from frozen where frozen.jurisdiction_id = j.id and frozen.act_id = w.act limit 1) f on true
    left join version v on v.n = w.n
    order by w.n`.execute(db)
  return rows.map((found, n) => toSource(found, leaves[n]?.contract ?? {}))
}

/** The rows of one table that leaves name: as their transaction wrote them, now or before, else the present ones. */
function versionsOf(table: string, jurisdictionId: string): RawBuilder<unknown> {
  const rowsOf = (stored: string) => sql`from ${sql.table(stored)} t
    where t.jurisdiction_id = ${jurisdictionId} and t.id = k.id`
  return sql`select k.n, k.place, k."table", ${asText(sql`coalesce(
      (select to_jsonb(t) ${rowsOf(table)} and t.recorded_tx = k.tx limit 1),
      (select to_jsonb(t) - 'recorded_to' ${rowsOf(`${table}_history`)} and t.recorded_tx = k.tx
        order by t.recorded_to desc limit 1),
      (select to_jsonb(t) ${rowsOf(table)} limit 1)) - 'content'`)} from named k where k."table" = ${sql.lit(table)}`
}

function toSource(found: Found, contract: SealedObject): RebuildSource {
  const versions = Map.groupBy(found.versions ?? [], ([table]) => table)
  const rowsOf = (table: string) =>
    (versions.get(table) ?? []).flatMap(([, row]) => (row === null ? [] : [row]))
  const record = rowsOf('record')[0] ?? null
  const project = rowsOf('project')[0] ?? null
  return {
    jurisdiction: found.jurisdiction,
    record,
    project: project && { ...project, ...officeCodes(contract) },
    acts: found.acts?.map(([row, names]) => ({ ...row, ...names })) ?? null,
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
