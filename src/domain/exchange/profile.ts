/** 交换表配置: how the tables of the budget system stand to what this product holds. Data in `rules/exchange`. */
export type ExchangeProfile = {
  readonly profile: string
  readonly version: number
  readonly source: { readonly id: string; readonly article?: string }
  /** Our value of a code → what stands in the column. */
  readonly codes: { readonly [scheme: string]: { readonly [value: string]: string } }
  readonly tables: readonly ExchangeTable[]
}

export type Direction = 'both' | 'out' | 'in' | 'none'

export type ExchangeTable = {
  readonly table: string
  readonly title: string
  readonly entity: string
  /** Fields by which a row is known again. */
  readonly key: readonly string[]
  readonly direction: Direction
  readonly columns: readonly ExchangeColumn[]
}

export type ExchangeColumn = {
  readonly column: string
  readonly title: string
  /** Our field; `null` where we have none: written blank, not read. */
  readonly field: string | null
  readonly transform: string
  /** Characters; what is longer is refused, never cut. */
  readonly max: number
  readonly direction: Direction
  /** Compared with the official text. */
  readonly isConfirmed: boolean
}

export const TRANSFORMS = [
  'text',
  'flag12',
  'flag10',
  'yuan',
  'points',
  'score',
  'rate',
  'year',
  'division',
  'time',
] as const
export type Transform = (typeof TRANSFORMS)[number]

/** What we hold, as text; `null` and missing are blank. */
export type Entity = { readonly [field: string]: string | null | undefined }

export function findTable(profile: ExchangeProfile, name: string): ExchangeTable | undefined {
  return profile.tables.find(({ table }) => table === name)
}
