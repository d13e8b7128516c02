import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** One fault a person found in a given case; positions count from zero. */
export type Label = {
  readonly rule: string
  readonly row?: number
  readonly fund?: number
  readonly field?: string
  readonly why: string
  /** Debatable: whether it is found or not counts neither way. */
  readonly doubt?: boolean
  /** Labelled by one only and not upheld; kept with its reason. */
  readonly rejected?: boolean
  /** A fault of the whole table that may be reported at any place of it. */
  readonly anywhere?: boolean
  /** Where the two labellings differed: how it was settled. */
  readonly decided?: string
}

/** Case file name without ending → its labels. */
export type Labels = Readonly<Record<string, readonly Label[]>>

export function readLabels(name: 'first' | 'second' | 'agreed'): Labels {
  return parse(readFileSync(new URL(`labels/${name}.yaml`, import.meta.url), 'utf8'))
}

/** What makes two labels, or a label and a finding, the same: code and place. */
export function keyOf(where: { readonly row?: number; readonly fund?: number }): string {
  return where.row !== undefined
    ? `row ${where.row}`
    : where.fund !== undefined
      ? `fund ${where.fund}`
      : 'table'
}
