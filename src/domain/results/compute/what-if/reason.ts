import { type Fen, sumFen } from '../../../shared/money.ts'
import { floorOf } from './bounds.ts'
import type { Prepared } from './prepare.ts'
import type { WhatIfProblem } from './types.ts'

/** Why each item gets just so much, in one phrase; in the order of `prepared`. */
export function reasonsFor(
  problem: WhatIfProblem,
  prepared: readonly Prepared[],
  amounts_fen: readonly Fen[],
): string[] {
  const full = fullDepartments(problem, prepared, amounts_fen)
  return prepared.map((one, index) => reasonFor(one, amounts_fen[index] ?? 0n, full))
}

function reasonFor({ item, bounds }: Prepared, amount: Fen, full: ReadonlySet<string>): string {
  if (item.fixed_fen !== null) return '手工确定'
  if (amount === item.request_fen) return '按申请足额安排'
  if (amount === bounds.high_fen && bounds.high_fen < item.request_fen) {
    return amount === 0n ? '按挂钩办法或决定不安排' : '到挂钩办法或决定的上限'
  }
  const isFull = full.has(item.departmentId)
  const where = isFull ? '部门上限已满' : '资金总额已用完'
  if (amount > 0n && amount === bounds.low_fen) return `保${floorOf(item).why}，${where}`
  if (bounds.isEitherOr) return `不可拆分，${isFull ? '部门剩余额度' : '剩余资金'}不足以整体安排`
  if (amount === 0n) return `${where}，让给权重更高的项目`
  if (amount === item.base_fen) return `保基数，增量${where}`
  return amount < item.base_fen ? `${where}，压减基数` : `${where}，安排部分增量`
}

function fullDepartments(
  { departments }: WhatIfProblem,
  prepared: readonly Prepared[],
  amounts_fen: readonly Fen[],
): ReadonlySet<string> {
  const full = departments.filter(({ departmentId, max_fen }) => {
    if (max_fen === null) return false
    const own = prepared.map(({ item }, index) =>
      item.departmentId === departmentId ? (amounts_fen[index] ?? 0n) : 0n,
    )
    return sumFen(own) === max_fen
  })
  return new Set(full.map(({ departmentId }) => departmentId))
}
