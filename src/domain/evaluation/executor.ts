import type { EvaluationFinanceContent } from '../forms/contents.ts'
import type { Content } from '../forms/form.ts'

/**
 * 自行组织: the office that set the evaluation up carries it out with a group of its own. Evaluations from
 * before one could choose were all commissioned.
 */
export function isOwnEvaluation(content: Content | EvaluationFinanceContent): boolean {
  return (content as EvaluationFinanceContent).executorKind === 'own'
}
