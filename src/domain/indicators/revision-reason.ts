import type { EvaluationSelfScoresRow, TargetsLibraryChangeContent } from '../forms/contents.ts'
import { isBlank } from '../forms/value.ts'

export type RevisionReason = NonNullable<TargetsLibraryChangeContent['reason']>

/** Why an evaluated row speaks for revising its indicator; nothing where it went as an indicator should. */
export function revisionReasonOf(
  row: EvaluationSelfScoresRow,
): { readonly reason: RevisionReason; readonly why: string } | undefined {
  if (row.overReason === 'targetTooLow') {
    return { reason: 'targetTooLow', why: '自评把超额完成归因于目标值设定偏低' }
  }
  const isUnmeasured = [row.actual, row.actualText, row.actualDate, row.band].every(isBlank)
  return isUnmeasured ? { reason: 'cannotMeasure', why: '自评没有填出实际完成值' } : undefined
}

/** What the evaluation found, in one sentence for whoever decides about the indicator. */
export function tellEvaluation(
  row: EvaluationSelfScoresRow,
  project: { readonly name: string; readonly fiscalYear: number },
): string {
  const actual = [row.actual, row.actualText, row.actualDate].find((value) => !isBlank(value))
  const points = (value_x100: number | null | undefined) =>
    value_x100 === null || value_x100 === undefined ? '—' : String(value_x100 / 100)
  const parts = [
    `${project.fiscalYear}年“${project.name}”自评`,
    `指标“${row.name ?? ''}”`,
    `年度指标值${row.targetText ?? '—'}`,
    `实际完成${actual ?? '未填'}`,
    `得分${points(row.score_x100)}/${points(row.weight_x100)}`,
  ]
  const cause = isBlank(row.deviationReason) ? '' : `。偏差原因：${row.deviationReason}`
  return `${parts.join('，')}${cause}。`.replace(/。。$/, '。')
}
