import { type Fen, formatWanYuan, sumFen } from '../../../shared/money.ts'
import { floorOf, itemConflicts } from './bounds.ts'
import type { Prepared } from './prepare.ts'
import type { Conflict, DepartmentBound, WhatIfProblem } from './types.ts'

/**
 * Why no plan exists, in words: items first, then departments, then the envelope; each with its sums, so that a
 * person sees what to change. Empty when the sums alone allow a plan (only undivided items can then fail).
 */
export function findConflicts(problem: WhatIfProblem, prepared: readonly Prepared[]): Conflict[] {
  const ofItems = itemConflicts(prepared.map(({ item }) => item))
  if (ofItems.length > 0) return ofItems
  const ofDepartments = problem.departments.flatMap((bound) => departmentConflicts(bound, prepared))
  return ofDepartments.length > 0 ? ofDepartments : envelopeConflicts(problem, prepared)
}

/** What is said when every sum fits and still no choice of undivided items does. */
export function undividedConflict(problem: WhatIfProblem, prepared: readonly Prepared[]): Conflict {
  const names = prepared.filter(({ bounds }) => bounds.isEitherOr).map(({ item }) => `“${item.name}”`)
  const bounded = problem.departments.filter(({ min_fen }) => min_fen !== null)
  const sentence =
    `不可拆分的项目${listed(names)}只能全额安排或不安排，凑不进` +
    `${listed(bounded.map(({ departmentName }) => departmentName))}的下限和资金总额，请允许其中的项目拆分，或放宽部门下限。`
  return { constraint: 'whole', sentence }
}

function departmentConflicts(bound: DepartmentBound, prepared: readonly Prepared[]): Conflict[] {
  const { departmentId, departmentName: name, min_fen, max_fen } = bound
  const own = prepared.filter(({ item }) => item.departmentId === departmentId)
  const low = sumFen(own.map(({ bounds }) => bounds.low_fen))
  const high = sumFen(own.map(({ bounds }) => bounds.high_fen))
  if (min_fen !== null && max_fen !== null && min_fen > max_fen) {
    const sentence = `${name}的下限${wan(min_fen)}高于上限${wan(max_fen)}，请改正其中一个。`
    return [{ constraint: `department:${departmentId}`, sentence }]
  }
  if (max_fen !== null && low > max_fen) {
    const sentence = `${name}必须安排的合计${wan(low)}（${floorWords(own)}），高于部门上限${wan(max_fen)}，差${wan(low - max_fen)}，请提高上限或减少必须安排的项目。`
    return [{ constraint: `department:${departmentId}`, sentence }]
  }
  if (min_fen !== null && high < min_fen) {
    const sentence = `${name}的项目最多能安排${wan(high)}，达不到部门下限${wan(min_fen)}，差${wan(min_fen - high)}，请降低下限。`
    return [{ constraint: `department:${departmentId}`, sentence }]
  }
  return []
}

function envelopeConflicts({ envelope_fen, departments }: WhatIfProblem, prepared: readonly Prepared[]) {
  const least = departmentIds(prepared).map((departmentId) => {
    const own = prepared.filter(({ item }) => item.departmentId === departmentId)
    const low = sumFen(own.map(({ bounds }) => bounds.low_fen))
    const min = departments.find((one) => one.departmentId === departmentId)?.min_fen ?? 0n
    return { extra: min > low ? min - low : 0n, low }
  })
  const floors = sumFen(least.map(({ low }) => low))
  const extra = sumFen(least.map((one) => one.extra))
  const needed = floors + extra
  if (needed <= envelope_fen) return []
  const more = extra > 0n ? `，另为达到部门下限还须${wan(extra)}` : ''
  const sentence = `必须安排的合计${wan(floors)}（${floorWords(prepared)}）${more}，共${wan(needed)}，高于资金总额${wan(envelope_fen)}，差${wan(needed - envelope_fen)}，请增加总额或减少必须安排的项目。`
  return [{ constraint: 'envelope', sentence }]
}

/** The floors by where they come from; an item counts under the highest of its own. */
function floorWords(prepared: readonly Prepared[]): string {
  const sums = new Map<string, Fen>()
  for (const { item, bounds } of prepared) {
    if (bounds.low_fen === 0n) continue
    const why = item.fixed_fen === null ? floorOf(item).why : '手工确定'
    sums.set(why, (sums.get(why) ?? 0n) + bounds.low_fen)
  }
  return [...sums].map(([why, amount]) => `${why}${wan(amount)}`).join('、')
}

function departmentIds(prepared: readonly Prepared[]): string[] {
  return [...new Set(prepared.map(({ item }) => item.departmentId))]
}

function listed(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join('、')}等${names.length}个` : names.join('、')
}

function wan(amount: Fen): string {
  return `${formatWanYuan(amount)}万元`
}
