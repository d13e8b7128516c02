import { type Fen, sumFen } from '../../../shared/money.ts'
import { type Ratio, ratioOf } from '../../../shared/ratio.ts'
import type { FilledYear } from './growth.ts'

export const AFFORDABILITY_VERDICTS = {
  pass: '可承受',
  warn: '压力较大',
  fail: '不可承受',
  incomplete: '数据不全',
} as const
export type AffordabilityVerdict = keyof typeof AFFORDABILITY_VERDICTS

export type PressureBounds = { readonly warn_bp: number; readonly fail_bp: number }

/** The three sums of a year, all amounts known. */
export type YearSums = { readonly available: Fen; readonly rigid: Fen; readonly project: Fen }

const BP = 10_000n

export function sumsOf({ cells }: FilledYear): YearSums {
  const sum = (part: string) =>
    sumFen(
      cells
        .filter(({ column }) => column.part === part)
        .map(({ column, amount }) => (amount ?? 0n) * column.sign),
    )
  return { available: sum('available'), rigid: sum('rigid'), project: sum('project') }
}

/** (rigid + project) ÷ available; nothing where there is no money to divide by. */
export function pressureOf({ available, rigid, project }: YearSums): Ratio | undefined {
  return available > 0n ? ratioOf(rigid + project, available) : undefined
}

/** On the warning line warns; only above the failing line fails. No money cannot carry anything. */
export function verdictOf(
  { available, rigid, project }: YearSums,
  bounds: PressureBounds,
): Exclude<AffordabilityVerdict, 'incomplete'> {
  if (available <= 0n) return 'fail'
  const spent = (rigid + project) * BP
  if (spent > available * BigInt(bounds.fail_bp)) return 'fail'
  return spent >= available * BigInt(bounds.warn_bp) ? 'warn' : 'pass'
}

/** The worse of verdicts; what is not known outweighs everything, because it closes the gate. */
export function worstOf(verdicts: readonly AffordabilityVerdict[]): AffordabilityVerdict {
  const order = ['incomplete', 'fail', 'warn', 'pass'] as const
  return order.find((verdict) => verdicts.includes(verdict)) ?? 'incomplete'
}

/** Money left after each call on it, in the order of the columns: 三保 first. */
export function leftAfter({ cells }: FilledYear): { readonly label: string; readonly left_fen: Fen }[] {
  let left = sumFen(
    cells
      .filter(({ column }) => column.part === 'available')
      .map(({ column, amount }) => (amount ?? 0n) * column.sign),
  )
  return cells
    .filter(({ column }) => column.part !== 'available')
    .map(({ column, amount }) => {
      left -= amount ?? 0n
      return { label: column.label, left_fen: left }
    })
}
