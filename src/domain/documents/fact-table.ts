/** A table of facts the caller has already put into words. */
export type FactTable = {
  readonly caption: string
  /** For example 单位：万元. */
  readonly unit?: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Shares of the width; equal when missing. */
  readonly widths?: readonly number[]
  /** Columns (from 0) that hold figures. */
  readonly figures?: readonly number[]
}
