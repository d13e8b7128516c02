import type { RawBuilder, Transaction } from 'kysely'
import type { FormDefinition } from '../../domain/forms/form.ts'
import type { IndicatorLibrary } from '../../domain/indicators/index.ts'
import type { Hashes } from '../../domain/ledger/hash.ts'
import type { RecordLeafType } from '../../domain/ledger/leaf-type.ts'
import type { ScopeKind, Role } from '../../domain/org/roles.ts'
import type { RuleBook } from '../../rules/index.ts'
import type { FileStore } from '../../storage/file-store.ts'
import type { Schema } from '../../storage/schema.ts'
import type { KeyStore } from '../../storage/signing-key.ts'
import type { StoredRecord } from '../../storage/stored-record.ts'

/** The signed-in person in one post; everything a use case may know about who asks. */
export type Actor = {
  readonly personId: string
  readonly personName: string
  readonly postId: string
  readonly postTitle: string
  readonly role: Role
  readonly organisationId: string
  readonly organisationName: string
  readonly organisationKind: string
  readonly jurisdictionId: string
  readonly jurisdictionName: string
  readonly mustChange?: boolean
  /** Of the session; absent for commands, which have none. */
  readonly csrfToken?: string
}

/** One thing a command changed, for the audit row: the field and its two values. */
export type Change = {
  readonly field: string
  readonly from: unknown
  readonly to: unknown
}

/** What the audit row is about. */
export type Subject = {
  readonly kind: string
  /** `null` when a command touched many at once, or what has no id of its own, such as a place's ledger. */
  readonly id: string | null
  readonly projectId?: string | null
  readonly jurisdictionId?: string
}

/** An act whose outcome enters the contract ledger at the end of its transaction. */
export type SealRequest = {
  readonly type: RecordLeafType
  readonly jurisdictionId: string
  readonly projectId: string | null
  readonly recordId: string
  /** The kind of the record. */
  readonly kind: string
  readonly actId: string
}

/** What the contract ledger needs from outside: how to hash, salts nobody can guess, a key. */
export type LedgerServices = {
  readonly hashes: Hashes
  readonly newSalt: () => Uint8Array
  /** The key under which this installation signs its checkpoints. */
  readonly keys: KeyStore
}

/** What does not change between requests. */
export type Services = {
  readonly rules: RuleBook
  /** The indicator library of the rules folder; a place's own changes come from the database. */
  readonly library: IndicatorLibrary
  readonly forms: ReadonlyMap<string, FormDefinition>
  readonly files: FileStore
  readonly clock: () => Date
  readonly newId: () => string
  readonly ledger: LedgerServices
  readonly isDemo: boolean
}

/** What a use case gets: who asks, the transaction it runs in, the day, and the services. */
export type Context = Services & {
  /** What the rules folder alone says, before what places approved; `rules` holds both. */
  readonly filedRules: RuleBook
  readonly actor: Actor
  readonly scope: ScopeKind
  readonly db: Transaction<Schema>
  readonly now: string
  readonly today: string
  /**
   * The record the call is about, which was read and locked as the call was opened: given out once, as it may be
   * changed afterwards.
   */
  readonly opened?: (recordId: string) => StoredRecord | undefined
  /** Notes what was changed; the runner writes it into the one audit row of the command. */
  readonly changed: (subject: Subject, changes: readonly Change[]) => void
  /**
   * Leaves a write to the end of the command, where it travels with the audit row: parts of one statement, that
   * nothing the command still asks may depend on.
   */
  readonly leave: (parts: readonly RawBuilder<unknown>[]) => void
  /** Notes an act for the contract ledger; the runner appends its leaf as the last thing it does. */
  readonly seal: (request: SealRequest) => void
}

/** The day in China (UTC+8, no summer time) of a moment. */
export function dayInChina(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}
