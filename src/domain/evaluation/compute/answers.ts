import type { EvaluationFinanceContent, EvaluationFinanceQuestionnairesRow } from '../../forms/contents.ts'

/** Answers of one survey by option, from the best to the worst. */
export function answersOf(row: EvaluationFinanceQuestionnairesRow): number[] {
  const { verySatisfied, satisfied, neutral, dissatisfied, veryDissatisfied } = row
  return [verySatisfied, satisfied, neutral, dissatisfied, veryDissatisfied].map((count) => count ?? 0)
}

/** Answers of all surveys of an evaluation together by option: every valid answer counts once. */
export function allAnswers({ questionnaires }: EvaluationFinanceContent): number[] {
  const each = (questionnaires ?? []).map(answersOf)
  return [0, 1, 2, 3, 4].map((option) => each.reduce((sum, counts) => sum + (counts[option] ?? 0), 0))
}
