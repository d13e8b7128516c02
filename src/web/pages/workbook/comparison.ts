import type { MergeItem } from '../../../domain/offline/merge.ts'

/** What the server answers for a workbook: `GET`-like, nothing is written. */
export type Comparison = {
  readonly version: number
  readonly madeFrom: number
  readonly exportedAt: string
  readonly items: readonly MergeItem[]
  readonly notes: readonly string[]
}

export type Accepted = { readonly version: number; readonly savedAt: string; readonly taken: number }
