/** 优良中差, for evaluation results and target reviews alike. */
export const GRADES = { excellent: '优', good: '良', fair: '中', poor: '差' } as const
export type Grade = keyof typeof GRADES

const ORDER: readonly Grade[] = ['poor', 'fair', 'good', 'excellent']

/** The worse of two grades, e.g. a result and the highest grade a violation still allows. */
export function worseGrade(one: Grade, other: Grade): Grade {
  return ORDER.indexOf(one) <= ORDER.indexOf(other) ? one : other
}
