import { Decimal } from '../../../shared/decimal.ts'
import { type Fen, formatWanYuan, sumFen } from '../../../shared/money.ts'
import { formatPercent } from '../../../shared/ratio.ts'
import { boundsOf, ceilingOf, floorOf } from './bounds.ts'
import type { Plan, WhatIfItem, WhatIfProblem } from './types.ts'

/** One constraint that can be left out to see what it costs. */
export type Relaxation = {
  readonly id: string
  /** As people name it: 去掉“…”. */
  readonly title: string
  readonly problem: WhatIfProblem
}

const change = (problem: WhatIfProblem, edit: (item: WhatIfItem) => Partial<WhatIfItem>): WhatIfProblem => ({
  ...problem,
  items: problem.items.map((item) => ({ ...item, ...edit(item) })),
})

/**
 * The constraints that hold a plan back: those at whose bound some amount stands. What binds nothing costs
 * nothing and is not solved again.
 */
export function relaxationsOf(problem: WhatIfProblem, plan: Plan): Relaxation[] {
  const amounts = new Map(plan.lines.map(({ itemId, amount_fen }) => [itemId, amount_fen]))
  const amountOf = (item: WhatIfItem) => amounts.get(item.id) ?? 0n
  const isAtFloor = (item: WhatIfItem, floor: Fen) =>
    item.fixed_fen === null &&
    floor > 0n &&
    floorOf(item).amount_fen === floor &&
    amountOf(item) === boundsOf(item).low_fen
  const some = (test: (item: WhatIfItem) => boolean) => problem.items.some(test)
  const all: (Relaxation & { readonly isBinding: boolean })[] = [
    {
      id: 'guarantee',
      title: '“三保”保障数',
      isBinding: some((item) => isAtFloor(item, item.guarantee_fen)),
      problem: change(problem, () => ({ guarantee_fen: 0n })),
    },
    {
      id: 'contract',
      title: '合同约定支付数',
      isBinding: some((item) => isAtFloor(item, item.contract_fen)),
      problem: change(problem, () => ({ contract_fen: 0n })),
    },
    ...problem.items
      .filter(
        (item) => item.isMustKeep && item.fixed_fen === null && amountOf(item) === boundsOf(item).low_fen,
      )
      .map((kept) => ({
        id: `keep:${kept.id}`,
        title: `必保“${kept.name}”`,
        isBinding: true,
        problem: change(problem, (item) => (item.id === kept.id ? { isMustKeep: false } : {})),
      })),
    {
      id: 'linkage',
      title: '挂钩办法和决定的上限',
      isBinding: some(
        (item) =>
          item.fixed_fen === null && ceilingOf(item) < item.request_fen && amountOf(item) === ceilingOf(item),
      ),
      problem: change(problem, () => ({ cap_fen: null })),
    },
    {
      id: 'whole',
      title: '项目不可拆分',
      isBinding: some((item) => boundsOf(item).isEitherOr),
      problem: change(problem, () => ({ isWhole: false })),
    },
    {
      id: 'fixed',
      title: '手工确定的金额',
      isBinding: some(({ fixed_fen }) => fixed_fen !== null),
      problem: change(problem, () => ({ fixed_fen: null })),
    },
    ...problem.departments.flatMap((bound) => departmentRelaxations(problem, bound.departmentId, amountOf)),
  ]
  return all
    .filter(({ isBinding }) => isBinding)
    .map(({ id, title, problem: other }) => ({ id, title, problem: other }))
}

function departmentRelaxations(
  problem: WhatIfProblem,
  departmentId: string,
  amountOf: (item: WhatIfItem) => Fen,
) {
  const own = problem.items.filter((item) => item.departmentId === departmentId)
  const sum = sumFen(own.map(amountOf))
  const without = (part: { min_fen: null } | { max_fen: null }): WhatIfProblem => ({
    ...problem,
    departments: problem.departments.map((one) =>
      one.departmentId === departmentId ? { ...one, ...part } : one,
    ),
  })
  return problem.departments
    .filter((one) => one.departmentId === departmentId)
    .flatMap(({ departmentName, min_fen, max_fen }) => [
      {
        id: `max:${departmentId}`,
        title: `${departmentName}上限`,
        isBinding: max_fen !== null && sum === max_fen,
        problem: without({ max_fen: null }),
      },
      {
        id: `min:${departmentId}`,
        title: `${departmentName}下限`,
        isBinding: min_fen !== null && sum === min_fen,
        problem: without({ min_fen: null }),
      },
    ])
}

/**
 * What a constraint costs, in words: how much more of what the solver maximises (测算目标值) there would be
 * without it, and who would get the money. A plan without the constraint is never worse.
 */
export function costSentence(
  problem: WhatIfProblem,
  title: string,
  plans: { readonly now: Plan; readonly without: Plan },
): string {
  const { now, without } = plans
  const before = new Map(now.lines.map(({ itemId, amount_fen }) => [itemId, amount_fen]))
  const names = new Map(problem.items.map(({ id, name }) => [id, name]))
  const moves = without.lines
    .map(({ itemId, amount_fen }) => ({
      name: names.get(itemId) ?? '',
      change: amount_fen - (before.get(itemId) ?? 0n),
    }))
    .filter(({ change: amount }) => amount !== 0n)
  if (moves.length === 0) return `去掉“${title}”，安排不变，这一条没有代价。`
  const gain = without.value - now.value
  const share =
    now.value === 0n ? '' : `（${formatPercent(new Decimal(gain.toString()).div(now.value.toString()))}）`
  const more = moves.filter(({ change: amount }) => amount > 0n)
  const less = moves.filter(({ change: amount }) => amount < 0n)
  return (
    `去掉“${title}”，测算目标值可提高${objectiveWords(gain)}万元${share}：` +
    [namedMoves('增加', more), namedMoves('减少', less)].filter((text) => text !== '').join('，') +
    '。'
  )
}

type Move = { readonly name: string; readonly change: Fen }

function namedMoves(verb: string, moves: readonly Move[]): string {
  if (moves.length === 0) return ''
  const size = ({ change: amount }: Move) => (amount < 0n ? -amount : amount)
  const sorted = moves.toSorted((one, other) =>
    size(one) < size(other) ? 1 : size(one) > size(other) ? -1 : 0,
  )
  const first = sorted.slice(0, 3).map((move) => `“${move.name}”${formatWanYuan(size(move))}万元`)
  const total = sumFen(moves.map(size))
  const rest = moves.length > 3 ? `等${moves.length}个项目共${formatWanYuan(total)}万元` : ''
  return `${verb}${first.join('、')}${rest}`
}

/** 测算目标值 as money at full weight: a fen that counts fully is a fen. */
function objectiveWords(value: bigint): string {
  return formatWanYuan(value / 100_000_000n)
}
