/** Answers of the addresses under /api/targets, and who can be chosen as an owner. */
export type Colleague = { readonly id: string; readonly name: string; readonly title: string }

export type IndicatorInHand = {
  readonly jurisdictionId: string
  readonly indicatorId: string
  readonly recordId: string
  readonly recordTitle: string
  readonly projectId: string
  readonly projectName: string
  readonly unitId: string
  readonly fiscalYear: number
  readonly name: string
  readonly personId: string | null
  readonly personName: string | null
  readonly isLiving: boolean
}
