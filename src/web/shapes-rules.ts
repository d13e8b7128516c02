import type { LibraryEntry, Sector } from '../domain/indicators/index.ts'
import type { Parameter } from '../domain/shared/explanation.ts'
import type { RuleHeader } from '../domain/shared/rule-header.ts'

/** What the pages 规则 and 指标库 read from `/api`. */

export type ParameterView = {
  readonly id: string
  readonly title: string
  readonly value: string
  /** The value as a rule file writes it. */
  readonly raw: unknown
  readonly from: string
  readonly source: { readonly title: string; readonly article?: string }
  readonly isChecked: boolean
  readonly standing: Standing
  /** Code of the place that set it; null for the value that holds everywhere. */
  readonly jurisdiction: string | null
  readonly overlay: 'free' | 'tighten' | 'locked'
  readonly unit?: string
}
export type SourceView = {
  readonly id: string
  readonly title: string
  readonly number?: string
  readonly issuer?: string
  readonly url?: string
}
export type Standing = 'seen' | 'memory' | 'proposal'
/** A rule with how sure it is, since when, where it is applied, and how it is tested. */
export type RuleView = Omit<RuleHeader, 'standing' | 'from' | 'to'> & {
  readonly standing: Standing
  readonly from: string | null
  readonly to: string | null
  readonly places: readonly string[]
  readonly cases: { readonly file: string; readonly count: number } | null
}
/** What a new value of a parameter would have changed in a year. */
export type Trial = {
  readonly parameterTitle: string
  readonly value: string
  readonly jurisdiction: string
  readonly fiscalYear: number
  readonly checked: number
  readonly skipped: number
  readonly unexplained: number
  readonly differences: readonly TrialDifference[]
}
export type TrialDifference = {
  readonly recordId: string
  readonly title: string
  readonly jurisdictionId: string
  readonly projectId: string
  readonly projectName: string
  readonly changes: readonly { readonly what: string; readonly from: string; readonly to: string }[]
  readonly reason: string
}
export type RuleCatalogue = {
  readonly rules: readonly RuleView[]
  readonly parameters: readonly ParameterView[]
  readonly sources: readonly SourceView[]
}

export type LibraryItem = LibraryEntry & {
  /** 出处, as it is cited. */
  readonly cited: string
  /** Rows in approved targets within the reader's scope. */
  readonly usage: number
}
export type Library = {
  readonly jurisdiction: string
  readonly sectors: readonly Sector[]
  readonly items: readonly LibraryItem[]
}
export type RevisionCandidate = {
  readonly recordId: string
  readonly rowId: string
  readonly projectId: string
  readonly projectName: string
  readonly fiscalYear: number
  readonly name: string
  /** Of the library; null where it has no such indicator yet. */
  readonly indicatorId: string | null
  readonly isLocked: boolean
  readonly reason: string
  readonly why: string
  readonly note: string
}

/** Every parameter in force for a place on a day, as the rules of the domain take it. */
export type RuleValues = { readonly values: Readonly<Record<string, Parameter<unknown>>> }
