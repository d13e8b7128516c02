import type { Both } from './hash.ts'
import type { LeafType } from './leaf-type.ts'
import type { SealedObject, SealedValue } from './sealed-value.ts'

/** Version of the rules of canonical text; a leaf keeps the version it was written under. */
export const CANON_VERSION = 1
export const CONTRACT_SCHEMA = 'jiheng/contract/1'

/** What every leaf says. */
export type LeafHead = {
  readonly canon: number
  readonly schema: string
  readonly type: LeafType
  readonly jurisdiction: SealedObject
  /** RFC 3339 with +08:00. */
  readonly sealedAt: string
  /** Hashes of the earlier leaf of the same contract; absent for the first. */
  readonly prev?: Both<string>
}

/** A person or what they wrote: plain text for nobody, a commitment in every leaf. */
export type SealPersonal = (place: string, value: string) => SealedValue

/** A stored row with every column as text, as PostgreSQL writes it; null stays null. */
export type StoredRow = Readonly<Record<string, string | null>>

/** Everything one sealed act rests on, as it is stored. */
export type ContractSource = {
  readonly type: LeafType
  readonly jurisdiction: { readonly code: string; readonly name: string }
  readonly record: StoredRow
  readonly project: StoredRow | null
  /** The steps of the record up to the sealed act, with `person_name` and `organisation_name`. */
  readonly acts: readonly StoredRow[]
  readonly frozen: StoredRow
  /** Content and project header as the act froze them. */
  readonly frozenContent: {
    readonly content: Readonly<Record<string, unknown>>
    readonly project: Readonly<Record<string, unknown>> | null
  }
  /** Rows of the record that live in tables of their own, and its document numbers, by table. */
  readonly rows: Readonly<Record<string, readonly StoredRow[]>>
  /** Files that prove something, each with the SM3 of its bytes. */
  readonly attachments: readonly StoredRow[]
  readonly evidence: readonly StoredRow[]
  readonly prev: Both<string> | null
}

/** Chinese words beside the codes of a leaf, so that it can be read without the program. */
export type ContractLabels = {
  readonly fields: Readonly<Record<string, string>>
  readonly options: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly actions: Readonly<Record<string, string>>
  readonly roles: Readonly<Record<string, string>>
}
