import type { Fen } from '../../../shared/money.ts'
import type { PlanSummary, ScenarioLine } from './scenario.ts'

/** A line beside what a plan gives it; the change is against the base, as budgets are talked about. */
export type Move = {
  readonly line: ScenarioLine
  readonly amount_fen: Fen
  readonly change_fen: Fen
  readonly weight_bp: number
  readonly frozen_fen: Fen
  readonly reason: string
}

export type Moves = {
  /** In the order of the lines. */
  readonly moves: readonly Move[]
  readonly winners: readonly Move[]
  readonly losers: readonly Move[]
  /** Money of bases that is free for others, and what those above their bases get. */
  readonly freed_fen: Fen
  readonly added_fen: Fen
  readonly request_fen: Fen
  readonly base_fen: Fen
  readonly total_fen: Fen
  readonly departments: readonly {
    readonly departmentId: string
    readonly departmentName: string
    readonly count: number
    readonly base_fen: Fen
    readonly request_fen: Fen
    readonly total_fen: Fen
  }[]
}

/** Winners, losers and money freed by a plan, and the same by department; winners and losers by size. */
export function movesOf(lines: readonly ScenarioLine[], amounts: PlanSummary['amounts']): Moves {
  const found = new Map(amounts.map((one) => [one.projectId, one]))
  const moves = lines.map((line): Move => {
    const one = found.get(line.projectId)
    const amount_fen = BigInt(one?.amount_fen ?? '0')
    return {
      line,
      amount_fen,
      change_fen: amount_fen - BigInt(line.base_fen),
      weight_bp: one?.weight_bp ?? 0,
      frozen_fen: BigInt(one?.frozen_fen ?? '0'),
      reason: one?.reason ?? '',
    }
  })
  const bySize = (sign: 1n | -1n) =>
    moves
      .filter(({ change_fen }) => change_fen * sign > 0n)
      .sort((one, other) => compare(other.change_fen * sign, one.change_fen * sign))
  const [winners, losers] = [bySize(1n), bySize(-1n)]
  const sum = (all: readonly Move[], of: (move: Move) => Fen) =>
    all.reduce((total, move) => total + of(move), 0n)
  return {
    moves,
    winners,
    losers,
    freed_fen: -sum(losers, ({ change_fen }) => change_fen),
    added_fen: sum(winners, ({ change_fen }) => change_fen),
    request_fen: sum(moves, ({ line }) => BigInt(line.request_fen)),
    base_fen: sum(moves, ({ line }) => BigInt(line.base_fen)),
    total_fen: sum(moves, ({ amount_fen }) => amount_fen),
    departments: [...new Set(lines.map(({ departmentId }) => departmentId))].map((departmentId) => {
      const own = moves.filter(({ line }) => line.departmentId === departmentId)
      return {
        departmentId,
        departmentName: own[0]?.line.departmentName ?? '',
        count: own.length,
        base_fen: sum(own, ({ line }) => BigInt(line.base_fen)),
        request_fen: sum(own, ({ line }) => BigInt(line.request_fen)),
        total_fen: sum(own, ({ amount_fen }) => amount_fen),
      }
    }),
  }
}

function compare(one: Fen, other: Fen): number {
  return one < other ? -1 : one > other ? 1 : 0
}
