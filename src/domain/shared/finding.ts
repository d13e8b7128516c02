/** What a check found: an error stops the act, a warning asks for a reason, a note only informs. */
export type Finding = {
  readonly ruleId: string
  readonly severity: Severity
  /** Chinese, in plain words, ending with what to do next. */
  readonly message: string
  readonly where: FindingPlace
  readonly source?: { readonly title: string; readonly article?: string }
}

export type Severity = 'error' | 'warning' | 'note'

/** Where on the form: a field of a section, or a column of a row (`row` counts from 0). */
export type FindingPlace = {
  readonly section?: string
  readonly field?: string
  readonly row?: number
  readonly column?: string
  /** Which characters of the text there are meant, counted from 0; `to` not included. */
  readonly span?: { readonly from: number; readonly to: number }
}

/** Errors close the gate; warnings and notes do not. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error')
}
