import type { EvaluationEngagementContent } from '../../../domain/forms/contents.ts'
import { computeReportAcceptance } from '../../../domain/org/compute/index.ts'
import type { ParameterReader } from '../../../domain/rules/parameter-values.ts'

/** The lines a report is accepted by, as a new commission carries them. */
export function acceptanceRows(rules: ParameterReader): { item: string; weight_x100: number }[] {
  const { items } = rules.value('evaluation.report_acceptance').value
  // The label carries its points for the page of rules; here they have a column of their own.
  return items.map(({ label, points_x100 }) => ({
    item: label.replace(/\d+$/, ''),
    weight_x100: points_x100,
  }))
}

/** ORG-004 over the points given so far. */
export function acceptanceOf({ acceptance }: EvaluationEngagementContent, rules: ParameterReader) {
  return computeReportAcceptance(
    (acceptance ?? []).map(({ score_x100 }) => score_x100 ?? null),
    rules,
  )
}

/** The content with total and verdict filled in; both left out while a line has no points. */
export function withAcceptance(
  content: EvaluationEngagementContent,
  rules: ParameterReader,
): EvaluationEngagementContent {
  const { acceptanceTotal_x100: _total, verdict: _verdict, ...rest } = content
  const { total_x100, verdict } = acceptanceOf(content, rules)
  return {
    ...rest,
    ...(total_x100 === null ? {} : { acceptanceTotal_x100: total_x100 }),
    ...(verdict === null ? {} : { verdict }),
  }
}
