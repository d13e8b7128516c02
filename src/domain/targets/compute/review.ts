import type { ParameterReader, ParameterValues } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { GRADES, type Grade } from '../../shared/grade.ts'
import { formatBp } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

export const TGT_003: RuleHeader = {
  id: 'TGT-003',
  name: '绩效目标审核得分和等级',
  stage: 'targets',
  kind: 'compute',
  source: cite('cz-2015-88', '审核等级和结果处理'),
  parameters: ['targets.review_grade_bands', 'targets.review_consequences'],
}

/** What a grade means for the sheet. */
export const REVIEW_CONSEQUENCES = {
  pass: '通过',
  pass_after_corrections: '修改完善后通过',
  return: '退回修改后重新报送',
  refuse: '不予通过，本轮不得安排预算',
} as const
export type ReviewConsequence = keyof typeof REVIEW_CONSEQUENCES

export type ReviewLine = {
  readonly aspect: string
  readonly point: string
  readonly weight_x100: Score_x100
  readonly score_x100?: Score_x100 | null
}

export type ReviewedLine = {
  readonly grade: Grade | null
  /** 中 and 差 must carry an opinion. */
  readonly needsOpinion: boolean
}

export type TargetReview = Explained<{
  readonly total_x100: Score_x100 | null
  readonly grade: Grade | null
  readonly consequence: ReviewConsequence | null
  readonly lines: readonly ReviewedLine[]
  readonly aspects: readonly {
    readonly aspect: string
    readonly score_x100: Score_x100
    readonly weight_x100: Score_x100
  }[]
  readonly missing: readonly string[]
}>

/**
 * TGT-003: sums the review's lines, grades each line and the total by its share of the points, and says
 * what follows: 优 pass, 良 pass after corrections, 中 return, 差 refuse.
 */
export function computeTargetReview(lines: readonly ReviewLine[], rules: ParameterReader): TargetReview {
  const bands = rules.value('targets.review_grade_bands')
  const consequences = rules.value('targets.review_consequences')
  const reviewed = lines.map((line) => reviewLine(line, bands.value))
  const missing = lines.filter((line) => line.score_x100 == null).map((line) => line.point)
  const isOver = lines.some((line) => (line.score_x100 ?? 0) > line.weight_x100)
  const isComplete = lines.length > 0 && missing.length === 0 && !isOver
  const weight_x100 = lines.reduce((sum, line) => sum + line.weight_x100, 0)
  const total_x100 = isComplete ? lines.reduce((sum, line) => sum + (line.score_x100 ?? 0), 0) : null
  const grade = total_x100 === null ? null : gradeOfShare(total_x100, weight_x100, bands.value)
  const consequence = grade && consequences.value[grade]
  const result =
    total_x100 === null || grade === null ? '待评' : `${formatScore(total_x100)}分，${GRADES[grade]}`
  return {
    total_x100,
    grade,
    consequence,
    lines: reviewed,
    aspects: aspectsOf(lines),
    missing,
    explanation: explain(TGT_003, {
      sentence: consequence
        ? `审核得${result}，处理意见：${REVIEW_CONSEQUENCES[consequence]}。`
        : isOver
          ? '有要点得分高于分值，请改正。'
          : `还有${missing.length}个要点没有打分，请填齐。`,
      inputs: lines.map((line) => ({
        label: line.point,
        value: `${line.score_x100 == null ? '待评' : formatScore(line.score_x100)}/${formatWeight(line.weight_x100)}`,
      })),
      parameters: [bands, consequences],
      formula: `各要点得分之和；得分率≥${formatBp(bands.value.excellent_bp)}为优，≥${formatBp(bands.value.good_bp)}为良，≥${formatBp(bands.value.fair_bp)}为中，以下为差`,
      result,
    }),
  }
}

function reviewLine(line: ReviewLine, bands: ParameterValues['targets.review_grade_bands']): ReviewedLine {
  if (line.score_x100 == null) return { grade: null, needsOpinion: false }
  const grade = gradeOfShare(line.score_x100, line.weight_x100, bands)
  return { grade, needsOpinion: grade === 'fair' || grade === 'poor' }
}

/** Cross-multiplied, so that 10 of 15 points is compared exactly. */
function gradeOfShare(
  score_x100: Score_x100,
  weight_x100: Score_x100,
  bands: ParameterValues['targets.review_grade_bands'],
): Grade {
  const reaches = (bp: number) => score_x100 * 10_000 >= weight_x100 * bp
  if (reaches(bands.excellent_bp)) return 'excellent'
  if (reaches(bands.good_bp)) return 'good'
  return reaches(bands.fair_bp) ? 'fair' : 'poor'
}

function aspectsOf(lines: readonly ReviewLine[]) {
  return [...new Set(lines.map((line) => line.aspect))].map((aspect) => {
    const own = lines.filter((line) => line.aspect === aspect)
    const sum = (pick: (line: ReviewLine) => number) => own.reduce((total, line) => total + pick(line), 0)
    return { aspect, score_x100: sum((l) => l.score_x100 ?? 0), weight_x100: sum((l) => l.weight_x100) }
  })
}
