import type { TargetsSheetContent } from '../../forms/contents.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import { found, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { GRADES } from '../../shared/grade.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-107 审核意见: a review point graded 中 or 差 must say why. */
export const TGT_107: RuleHeader = {
  id: 'TGT-107',
  name: '审核要点须有意见',
  stage: 'targets',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2015-88', '附件 项目支出绩效目标审核表'),
  parameters: ['targets.review_grade_bands'],
}

export function checkReviewOpinions({ review }: TargetsSheetContent, rules: ParameterReader): Finding[] {
  const { good_bp } = rules.value('targets.review_grade_bands').value
  return (review ?? []).flatMap((row, index) => {
    const { weight_x100: weight, score_x100: score } = row
    if (!weight && (row.grade === 'fair' || row.grade === 'poor') && !isWritten(row.opinion)) {
      const message = `“${row.point ?? ''}”评为“${GRADES[row.grade]}”，请写明审核意见。`
      return [found(TGT_107, message, { section: 'review', field: 'review', row: index, column: 'opinion' })]
    }
    if (!weight || score === null || score === undefined || isWritten(row.opinion)) return []
    if (score * 10_000 >= good_bp * weight) return []
    const message = `“${row.point ?? ''}”得 ${score / 100} 分（满分 ${weight / 100} 分），未达到良，请写明审核意见。`
    return [
      found(TGT_107, message, {
        section: 'review',
        field: 'review',
        row: index,
        column: 'opinion',
      }),
    ]
  })
}
