import type { ContentRow } from '../../domain/forms/form.ts'

/** What may be taken into a row instead of typing it, and why it is offered. */
export type Proposal = {
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly why: string
  /** The cells it fills; the others keep what they have. */
  readonly fill: ContentRow
  /** Said once it is taken. */
  readonly told: string
}

/** Proposals for one column of one table, found while somebody types in it. */
export type Assist = {
  readonly field: string
  readonly column: string
  /** What else changes in a row whose cell was written by hand. */
  readonly retyped: (row: ContentRow, typed: string) => ContentRow
  readonly find: (row: ContentRow, typed: string, rows: readonly ContentRow[]) => readonly Proposal[]
}
