import { orderByScore } from '../../src/domain/results/compute/what-if/order.ts'
import { totalWorth } from '../../src/domain/results/compute/what-if/make-plan.ts'
import { type Prepared, prepareItems } from '../../src/domain/results/compute/what-if/prepare.ts'
import type { WhatIfProblem } from '../../src/domain/results/compute/what-if/index.ts'

/**
 * The plan a person makes with a sorted list: floors first, then departments below their minimum, then down the
 * list by score, each in full as far as it fits. Measured against, never shown.
 * @returns its worth, or nothing where a department's minimum is still missed
 */
export function greedyWorth(problem: WhatIfProblem): bigint | undefined {
  const prepared = prepareItems(problem)
  const amounts = prepared.map(({ bounds }) => bounds.low_fen)
  const best = prepared.map((_, index) => index).sort((a, b) => rankOf(prepared, a) - rankOf(prepared, b))
  const sumOf = (departmentId: string) =>
    prepared.reduce(
      (sum, { item }, at) => (item.departmentId === departmentId ? sum + (amounts[at] ?? 0n) : sum),
      0n,
    )
  const offer = (index: number, offered: bigint) => {
    const one = prepared[index]
    if (!one) return
    const { item, bounds } = one
    const most = problem.departments.find(({ departmentId }) => departmentId === item.departmentId)?.max_fen
    const room = most === null || most === undefined ? offered : most - sumOf(item.departmentId)
    const left = problem.envelope_fen - amounts.reduce((sum, amount) => sum + amount, 0n)
    const wanted = bounds.high_fen - (amounts[index] ?? 0n)
    const share = [wanted, room, left].reduce((least, amount) => (amount < least ? amount : least))
    if (share <= 0n || (bounds.isEitherOr && share < wanted)) return
    amounts[index] = (amounts[index] ?? 0n) + (bounds.isEitherOr || share < offered ? share : offered)
  }
  for (const { departmentId, min_fen } of problem.departments) {
    for (const index of best) {
      const missing = (min_fen ?? 0n) - sumOf(departmentId)
      if (missing <= 0n) break
      if (prepared[index]?.item.departmentId === departmentId) offer(index, missing)
    }
  }
  for (const index of best) offer(index, problem.envelope_fen)
  const isShort = problem.departments.some(
    ({ departmentId, min_fen }) => sumOf(departmentId) < (min_fen ?? 0n),
  )
  return isShort ? undefined : totalWorth(prepared, orderByScore(prepared, amounts))
}

const rankOf = (prepared: readonly Prepared[], index: number) => prepared[index]?.rank ?? 0
