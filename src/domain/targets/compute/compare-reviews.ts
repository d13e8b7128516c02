import type { TargetsSheetContent } from '../../forms/contents.ts'
import type { Grade } from '../../shared/grade.ts'

type Opinion = { readonly grade: Grade | null; readonly opinion: string }

/** What the three parties say of one review point. */
export type ComparedPoint = {
  readonly itemCode: string
  readonly aspect: string
  readonly point: string
  readonly department: Opinion
  readonly thirdParty: Opinion
  readonly finance: Opinion
  /** Whether two of those who graded it disagree. */
  readonly differs: boolean
}

/**
 * Department, third party and finance point by point.
 * @param financeGrades grade of each line of the finance review, in its order (by points or in words)
 */
export function compareReviews(
  { review, departmentReview, thirdPartyReview }: TargetsSheetContent,
  financeGrades: readonly (Grade | null)[],
): ComparedPoint[] {
  return (review ?? []).map((line, index) => {
    const of = (rows: typeof departmentReview): Opinion => {
      const row = rows?.find(({ itemCode }) => itemCode === line.itemCode)
      return { grade: row?.grade ?? null, opinion: row?.opinion ?? '' }
    }
    const department = of(departmentReview)
    const thirdParty = of(thirdPartyReview)
    const finance = { grade: financeGrades[index] ?? null, opinion: line.opinion ?? '' }
    const grades = [department, thirdParty, finance].flatMap(({ grade }) => (grade ? [grade] : []))
    return {
      itemCode: line.itemCode ?? '',
      aspect: line.aspect ?? '',
      point: line.point ?? '',
      department,
      thirdParty,
      finance,
      differs: new Set(grades).size > 1,
    }
  })
}
