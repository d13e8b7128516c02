import type { ParameterReader } from '../../rules/parameter-values.ts'
import { DomainError } from '../../shared/errors.ts'
import type { Explained } from '../../shared/explanation.ts'
import { GRADES, type Grade, worseGrade } from '../../shared/grade.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_001: RuleHeader = {
  id: 'EVA-001',
  name: '评价等级',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('cz-2020-10', '评价等级'),
  parameters: ['evaluation.grade_cutoffs', 'evaluation.violation_grade_cap'],
}

/**
 * EVA-001 评价等级: a total into 优 / 良 / 中 / 差; a score on the bound takes the higher grade.
 * A serious violation (misuse, fraud) may cap the grade where the jurisdiction says so.
 * @throws DomainError RULE_VIOLATED when the score is not within 0 and 100 points.
 */
export function computeGrade(
  score_x100: Score_x100,
  rules: ParameterReader,
  hasSeriousViolation = false,
): Explained<{ readonly grade: Grade }> {
  const { grade, byScore, cutoffs, cap } = findGrade(score_x100, rules, hasSeriousViolation)
  const { excellent_x100, good_x100, fair_x100 } = cutoffs.value
  const bounds = [excellent_x100, good_x100, fair_x100].map(formatWeight)
  const capped = grade === byScore ? '' : `，因存在严重违规降为${GRADES[grade]}`
  return {
    grade,
    explanation: explain(EVA_001, {
      sentence: `得分${formatScore(score_x100)}分，按分数线为${GRADES[byScore]}${capped}。`,
      inputs: [
        { label: '得分', value: formatScore(score_x100) },
        ...(hasSeriousViolation ? [{ label: '严重违规', value: '有' }] : []),
      ],
      parameters: cap ? [cutoffs, cap] : [cutoffs],
      formula: `≥${bounds[0]}为优，≥${bounds[1]}为良，≥${bounds[2]}为中，其余为差`,
      result: GRADES[grade],
    }),
  }
}

/** EVA-001 without its reason in words. @throws DomainError RULE_VIOLATED as `computeGrade` does */
export function findGrade(score_x100: Score_x100, rules: ParameterReader, hasSeriousViolation = false) {
  if (!Number.isInteger(score_x100) || score_x100 < 0 || score_x100 > 100_00) {
    throw new DomainError('RULE_VIOLATED', '评价得分应在 0 到 100 分之间，最多两位小数，请核对各项得分。', {
      score_x100,
    })
  }
  const cutoffs = rules.value('evaluation.grade_cutoffs')
  const byScore = gradeOf(score_x100, cutoffs.value)
  const cap = hasSeriousViolation ? rules.value('evaluation.violation_grade_cap') : undefined
  const grade = cap?.value.grade ? worseGrade(byScore, cap.value.grade) : byScore
  return { grade, byScore, cutoffs, cap }
}

function gradeOf(
  score_x100: Score_x100,
  cutoffs: { readonly excellent_x100: number; readonly good_x100: number; readonly fair_x100: number },
): Grade {
  if (score_x100 >= cutoffs.excellent_x100) return 'excellent'
  if (score_x100 >= cutoffs.good_x100) return 'good'
  if (score_x100 >= cutoffs.fair_x100) return 'fair'
  return 'poor'
}
