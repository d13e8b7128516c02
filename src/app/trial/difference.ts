import type { Explanation } from '../../domain/shared/explanation.ts'

/** One record that would have come out differently. */
export type TrialDifference = {
  readonly recordId: string
  readonly kind: string
  readonly title: string
  readonly jurisdictionId: string
  readonly projectId: string
  readonly projectName: string
  readonly changes: readonly { readonly what: string; readonly from: string; readonly to: string }[]
  /** Why, in the words of the rules that read the tried parameter. */
  readonly reason: string
}

/** What one kind of record gave. */
export type TrialPart = {
  readonly checked: number
  readonly differences: readonly TrialDifference[]
  /** Records whose stored figures the rules in force do not give either: no matter of the trial. */
  readonly unexplained: number
  /** Left out because there were too many for one answer. */
  readonly skipped: number
}

const SENTENCES_MAX = 3

/** The sentences of all parts of an explanation in which the parameter took part. */
export function reasonBy(parameter: string, explanation: Explanation): string {
  const sentences = [...new Set(sentencesBy(parameter, explanation))]
  const shown = sentences.slice(0, SENTENCES_MAX)
  const more = sentences.length > shown.length ? `（另有${sentences.length - shown.length}处）` : ''
  return shown.length > 0 ? `${shown.join('')}${more}` : explanation.sentence
}

function sentencesBy(parameter: string, explanation: Explanation): string[] {
  const own = explanation.parameters.some((use) => use.id === parameter) ? [explanation.sentence] : []
  return [...own, ...explanation.children.flatMap((child) => sentencesBy(parameter, child))]
}

/** The changes among several figures, as text; equal ones are left out. */
export function changesOf(
  figures: readonly (readonly [what: string, from: string, to: string])[],
): TrialDifference['changes'] {
  return figures.filter(([, from, to]) => from !== to).map(([what, from, to]) => ({ what, from, to }))
}
