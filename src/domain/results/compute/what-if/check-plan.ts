import { formatWanYuan, sumFen } from '../../../shared/money.ts'
import { boundsOf } from './bounds.ts'
import type { Plan, WhatIfProblem } from './types.ts'

/**
 * Whether a plan keeps every constraint of its problem, looked at afresh: nothing of how it was found is used.
 * @returns what it breaks, in words; nothing for a plan that may be adopted
 */
export function checkPlan(problem: WhatIfProblem, lines: Plan['lines']): string[] {
  const amounts = new Map(lines.map(({ itemId, amount_fen }) => [itemId, amount_fen]))
  const total = sumFen(problem.items.map(({ id }) => amounts.get(id) ?? 0n))
  const breaches: string[] = []
  if (amounts.size !== problem.items.length) breaches.push('方案的项目与测算表不一致。')
  if (total > problem.envelope_fen) {
    breaches.push(`合计${formatWanYuan(total)}万元超过资金总额${formatWanYuan(problem.envelope_fen)}万元。`)
  }
  for (const item of problem.items) {
    const amount = amounts.get(item.id) ?? 0n
    const { low_fen, high_fen, isEitherOr } = boundsOf(item)
    const isWithin = isEitherOr
      ? amount === 0n || amount === high_fen
      : amount >= low_fen && amount <= high_fen
    if (!isWithin) breaches.push(`“${item.name}”安排${formatWanYuan(amount)}万元，不在允许的范围内。`)
  }
  for (const { departmentId, departmentName, min_fen, max_fen } of problem.departments) {
    const own = problem.items.filter((item) => item.departmentId === departmentId)
    const sum = sumFen(own.map(({ id }) => amounts.get(id) ?? 0n))
    if ((min_fen !== null && sum < min_fen) || (max_fen !== null && sum > max_fen)) {
      breaches.push(`${departmentName}合计${formatWanYuan(sum)}万元，不在部门的上下限内。`)
    }
  }
  return breaches
}
