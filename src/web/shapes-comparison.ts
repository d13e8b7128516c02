import type { Position } from '../domain/exante/compute/comparison/index.ts'
import type { Explanation } from '../domain/shared/explanation.ts'

/** What the page of an evaluation reads of other projects from `/api`. */
export type Cost = { readonly text: string; readonly yuan: number }

export type ComparedCost = {
  readonly name: string
  readonly state: string
  readonly own: Cost | null
  readonly count: number | null
  readonly q1: Cost | null
  readonly median: Cost | null
  readonly q3: Cost | null
  readonly position: Position | null
  readonly explanation: Explanation
}

/** What one output cost here and in other places; nothing of the others where they are too few. */
export type CountyCost = Pick<ComparedCost, 'name' | 'own' | 'count' | 'q1' | 'median' | 'q3' | 'explanation'>

export type LikeProject = {
  readonly projectId: string
  readonly jurisdictionId: string
  readonly fiscalYear: number
  readonly name: string
  readonly unitName: string
  readonly likeness_bp: number
  readonly reason: string
}

export type Comparison = {
  readonly empty: string | null
  readonly outputs: readonly ComparedCost[]
  readonly overlap: { readonly explanation: Explanation }
  readonly overlaps: readonly LikeProject[]
}
