import type { Severity } from '../shared/finding.ts'
import type { TableKind } from './table.ts'

/**
 * What the doctor says of one file; the JSON output is an array of these. All decimals are strings:
 * rates in percent and scores with two decimals, values as they were read. `index`, `row` and `fund`
 * count from zero in the order of the input.
 */
export type DoctorReport = {
  readonly file: string
  readonly kind: TableKind
  /** False when nothing could be read; the findings then say why. */
  readonly readable: boolean
  readonly rows: readonly ReportRow[]
  readonly execution: {
    readonly printedRate: string | null
    readonly computedRate: string | null
    readonly printedScore: string | null
    readonly computedScore: string | null
  }
  readonly total: {
    readonly printed: string | null
    readonly computed: string | null
    readonly grade: '优' | '良' | '中' | '差' | null
  }
  readonly findings: readonly ReportFinding[]
}

export type ReportRow = {
  readonly index: number
  readonly name: string | null
  readonly target: ReadValue
  readonly actual: ReadValue
  readonly weight: string | null
  readonly printedScore: string | null
  /** By the rule, with two decimals; `null` where the rule cannot decide (words, nothing printed). */
  readonly computedScore: string | null
  /** The scoring rule, `EVA-nnn`. */
  readonly ruleId: string
  /** Why the score is what it is, or why there is none, in one Chinese sentence. */
  readonly reason: string
}

export const READ_OPERATORS = ['ge', 'le', 'eq', 'gt', 'lt', 'range', 'date', 'yesno', 'text'] as const

/** A printed value as it was understood: number with sign and unit, or the words themselves. */
export type ReadValue =
  | {
      readonly operator: (typeof READ_OPERATORS)[number]
      readonly value: string
      /** Upper end of a range. */
      readonly upper?: string
      readonly unit: string
    }
  | { readonly text: string }

export type ReportFinding = {
  readonly ruleId: string
  readonly severity: Severity
  readonly where: { readonly row?: number; readonly fund?: number; readonly field?: string }
  /** Plain Chinese: what is wrong, the two figures, how to mend it. */
  readonly message: string
  readonly source: string
}
