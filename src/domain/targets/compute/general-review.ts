import type { ParameterReader } from '../../rules/parameter-values.ts'
import { GRADES, type Grade } from '../../shared/grade.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { REVIEW_CONSEQUENCES, type TargetReview } from './review.ts'

export const TGT_007: RuleHeader = {
  id: 'TGT-007',
  name: '一般性项目绩效目标审核等级',
  stage: 'targets',
  kind: 'compute',
  source: cite('cz-2015-88', '附件 项目支出绩效目标审核表（一般性项目）'),
  parameters: ['targets.review_consequences'],
}

export type GradedLine = { readonly aspect: string; readonly point: string; readonly grade: Grade | null }

/**
 * TGT-007: the review of an ordinary project has no points: each aspect is graded in words, and so is the
 * whole by the reviewer; what follows from the grade is the same as for key projects.
 * @returns in the shape of the review by points; total and scores are empty
 */
export function computeGeneralReview(
  lines: readonly GradedLine[],
  overall: Grade | null,
  rules: ParameterReader,
): TargetReview {
  const consequences = rules.value('targets.review_consequences')
  const missing = lines.filter(({ grade }) => grade === null).map(({ point }) => point)
  const grade = lines.length > 0 && missing.length === 0 ? overall : null
  const consequence = grade && consequences.value[grade]
  const said = consequence
    ? `审核等级为${GRADES[grade]}，处理意见：${REVIEW_CONSEQUENCES[consequence]}。`
    : missing.length > 0
      ? `还有${missing.length}个方面没有评定，请填齐。`
      : '还没有综合评定等级，请填写。'
  return {
    total_x100: null,
    grade,
    consequence,
    lines: lines.map((line) => ({
      grade: line.grade,
      needsOpinion: line.grade === 'fair' || line.grade === 'poor',
    })),
    aspects: [],
    missing,
    explanation: explain(TGT_007, {
      sentence: said,
      inputs: lines.map((line) => ({ label: line.point, value: line.grade ? GRADES[line.grade] : '待评' })),
      parameters: [consequences],
      formula: '四个方面逐项定性评定，审核人综合评定',
      result: grade ? GRADES[grade] : '待评',
    }),
  }
}
