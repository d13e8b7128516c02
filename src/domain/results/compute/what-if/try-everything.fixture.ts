import { UNIT } from './random-problem.fixture.ts'
import type { WhatIfItem, WhatIfProblem } from './types.ts'

/**
 * The best worth by trying every amount of every item; nothing where none fits. Written from the wish alone:
 * shares no line with the plan it is compared with.
 */
export function bestByTryingEverything(problem: WhatIfProblem): bigint | undefined {
  let best: bigint | undefined
  const amounts: bigint[] = []
  const visit = (index: number, left: bigint, worth: bigint) => {
    const one = problem.items[index]
    if (!one) {
      if (departmentsHold(problem, amounts) && (best === undefined || worth > best)) best = worth
      return
    }
    for (let amount = 0n; amount <= one.request_fen && amount <= left; amount += UNIT) {
      if (!isAllowed(one, amount)) continue
      amounts[index] = amount
      visit(index + 1, left - amount, worth + worthOfAmount(problem, one, amount))
    }
  }
  visit(0, problem.envelope_fen, 0n)
  return best
}

function isAllowed(item: WhatIfItem, amount: bigint): boolean {
  const wanted = item.base_fen > 0n ? item.base_fen : item.request_fen
  const kept = [wanted, item.request_fen].sort((one, other) => (one < other ? -1 : 1))[0] ?? 0n
  if (amount < item.guarantee_fen || amount < item.contract_fen) return false
  if (item.isMustKeep && amount < kept) return false
  if (item.cap_fen !== null && amount > item.cap_fen) return false
  if (item.fixed_fen !== null) return amount === item.fixed_fen
  const most = item.cap_fen !== null && item.cap_fen < item.request_fen ? item.cap_fen : item.request_fen
  return !item.isWhole || amount === 0n || amount === most
}

function departmentsHold(problem: WhatIfProblem, amounts: readonly bigint[]): boolean {
  return problem.departments.every(({ departmentId, min_fen, max_fen }) => {
    let sum = 0n
    problem.items.forEach((item, index) => {
      if (item.departmentId === departmentId) sum += amounts[index] ?? 0n
    })
    return sum >= (min_fen ?? 0n) && (max_fen === null || sum <= max_fen)
  })
}

function worthOfAmount(problem: WhatIfProblem, item: WhatIfItem, amount: bigint): bigint {
  const share = BigInt(problem.performance_bp)
  const inBase = amount < item.base_fen ? amount : item.base_fen
  return (10_000n - share) * 10_000n * inBase + share * weight(problem, item.score_x100) * amount
}

function weight({ knots, unscored_bp }: WhatIfProblem, score: number | null): bigint {
  if (score === null) return BigInt(unscored_bp)
  for (let index = 1; index < knots.length; index += 1) {
    const [low, high] = [knots[index - 1], knots[index]]
    if (!low || !high || score > high.score_x100) continue
    const rise = (score - low.score_x100) * (high.weight_bp - low.weight_bp)
    return BigInt(Math.floor(low.weight_bp + rise / (high.score_x100 - low.score_x100) + 0.5))
  }
  return BigInt(knots.at(-1)?.weight_bp ?? 0)
}
