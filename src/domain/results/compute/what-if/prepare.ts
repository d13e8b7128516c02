import { boundsOf } from './bounds.ts'
import type { Bounds, WhatIfItem, WhatIfProblem } from './types.ts'
import { betterFirst, byId, type FenWorth, fenWorth } from './weight.ts'

/** An item with its bounds, what a fen is worth to it, and its place among all by weight and score. */
export type Prepared = {
  readonly item: WhatIfItem
  readonly bounds: Bounds
  readonly worth: FenWorth
  /** 0 is the best. */
  readonly rank: number
}

/** In the order of identifiers, whatever order they came in: the same problem always gives the same plan. */
export function prepareItems(problem: WhatIfProblem): Prepared[] {
  const items = problem.items.toSorted(byId).map((item) => ({
    item,
    bounds: boundsOf(item),
    worth: fenWorth(item, problem),
  }))
  const order = items
    .map(({ item, worth }) => ({ item, weight_bp: worth.weight_bp }))
    .sort(betterFirst)
    .map(({ item }, rank) => [item.id, rank] as const)
  const ranks = new Map(order)
  return items.map((one) => ({ ...one, rank: ranks.get(one.item.id) ?? 0 }))
}
