import { type SeededNumbers, seededNumbers } from '../../src/domain/shared/seeded-numbers.ts'

/** The simulated truth, as docs/forecast.md writes it down; committed before the model that is tried on it. */
export const KINDS = ['works', 'purchase', 'subsidy', 'service'] as const
export type Kind = (typeof KINDS)[number]

/** Cumulative shares in 万分之一, January to December. */
export type Year = { readonly money: readonly number[]; readonly output: readonly number[] }

export type SimulatedProject = {
  readonly kind: Kind
  /** The three years before, oldest first; empty where the project is new. */
  readonly past: readonly Year[]
  readonly now: Year
}

export type SimulatedPlace = {
  readonly projects: readonly SimulatedProject[]
  /** Months in which past years were looked at. */
  readonly pastMonths: readonly number[]
  readonly hasHistory: boolean
}

const BASES: Readonly<Record<Kind, readonly number[]>> = {
  works: [0, 0, 2, 5, 8, 10, 10, 10, 12, 13, 14, 16],
  purchase: [0, 1, 2, 4, 6, 10, 8, 8, 14, 12, 15, 20],
  subsidy: [0, 0, 22, 0, 3, 22, 0, 3, 22, 3, 3, 22],
  service: [7, 7, 8, 8, 8, 9, 8, 8, 9, 9, 9, 10],
}
const PROJECTS_PER_KIND = 12
const PAST_YEARS = 3
const NEW_SHARE = 0.4
const STALL_SHARE = 0.12
const EVERY_MONTH = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** One place with its projects; the same seed gives the same place. */
export function simulatePlace(seed: number): SimulatedPlace {
  const dice = diceOf(seededNumbers(seed))
  const place = dice.triangle(-0.5, 0.3, 2)
  const hasHistory = seed % 10 !== 0
  const projects = KINDS.flatMap((kind) =>
    Array.from({ length: PROJECTS_PER_KIND }, (): SimulatedProject => {
      const own = place + dice.triangle(-1, 0, 2)
      const years = Array.from({ length: PAST_YEARS + 1 }, () => simulateYear(kind, own, dice))
      const isNew = dice.share() < NEW_SHARE
      const now = years[PAST_YEARS] as Year
      return { kind, past: isNew || !hasHistory ? [] : years.slice(0, PAST_YEARS), now }
    }),
  )
  return { projects, pastMonths: seed % 3 === 0 ? [7, 12] : EVERY_MONTH, hasHistory }
}

function simulateYear(kind: Kind, own: number, dice: Dice): Year {
  const stall = dice.share() < STALL_SHARE ? dice.triangle(2, 4, 7) : 0
  const delay = own + dice.triangle(-1, 0, 1.5) + stall
  const lag = dice.triangle(-1.5, -0.5, 1)
  return {
    money: simulateLine(kind, delay, dice.triangle(0.8, 0.97, 1), 1, dice),
    output: simulateLine(kind, delay + lag, dice.triangle(0.7, 1.02, 1.2), Number.POSITIVE_INFINITY, dice),
  }
}

function simulateLine(kind: Kind, delay: number, need: number, ceiling: number, dice: Dice): number[] {
  const rough = BASES[kind].map((base) => base * dice.triangle(0.4, 1, 1.6))
  const whole = rough.reduce((sum, part) => sum + part, 0)
  const weights = rough.map((part) => part / whole)
  const months = shift(weights, delay)
  const reached = months.reduce((sum, part) => sum + part, 0)
  const rush = Math.max(0, 1 - reached) * dice.triangle(0.2, 0.6, 0.9)
  let sum = 0
  return months.map((part, index) => {
    sum = Math.min(ceiling, sum + (part + (index === 11 ? rush : 0)) * need)
    return Math.round(sum * 10_000)
  })
}

/** What a delay moves into each month: parts of the two beside it; what would come before January comes then. */
function shift(weights: readonly number[], delay: number): number[] {
  const months = EVERY_MONTH.map(() => 0)
  for (const [index, weight] of weights.entries()) {
    const at = Math.max(0, index + delay)
    const month = Math.floor(at)
    const part = at - month
    if (month < 12) months[month] = (months[month] ?? 0) + weight * (1 - part)
    if (month + 1 < 12) months[month + 1] = (months[month + 1] ?? 0) + weight * part
  }
  return months
}

type Dice = {
  readonly share: () => number
  readonly triangle: (low: number, mode: number, high: number) => number
}

function diceOf(numbers: SeededNumbers): Dice {
  const share = () => numbers.next() / 2 ** 32
  return {
    share,
    triangle: (low, mode, high) => {
      const at = share()
      const bend = (mode - low) / (high - low)
      return at < bend
        ? low + Math.sqrt(at * (high - low) * (mode - low))
        : high - Math.sqrt((1 - at) * (high - low) * (high - mode))
    },
  }
}
