import type { Fen } from '../../../shared/money.ts'
import type { Prepared } from './prepare.ts'
import { clamp } from './stretch.ts'
import type { Programme, WhatIfProblem } from './types.ts'
import { worthOf } from './weight.ts'

/** Worth of a fen is counted in units of 1/100,000,000. */
const WORTH_UNIT = 1e8
const FEN_PER_WAN = 1e6

/**
 * The problem as a linear programme with yes-or-no columns: one column for the money of an item within its
 * base and one above it, one binary for each undivided item; a row for the envelope and for each department.
 * Floors are given beforehand: they are constants of the rows.
 * @param margin_wan by how much every row is tightened, where an answer held only within the solver's tolerance
 * @returns the programme, and for each item which column is its binary
 */
export function buildProgramme(
  problem: WhatIfProblem,
  prepared: readonly Prepared[],
  margin_wan = 0,
): { readonly programme: Programme; readonly binaryOf: ReadonlyMap<number, number> } {
  const columns: Programme['columns'][number][] = []
  const binaryOf = new Map<number, number>()
  const byDepartment = new Map<string, { floor_fen: Fen; entries: [number, number][] }>()
  prepared.forEach(({ item, bounds, worth }, index) => {
    const own = byDepartment.get(item.departmentId) ?? { floor_fen: 0n, entries: [] }
    byDepartment.set(item.departmentId, own)
    const { low_fen, high_fen, isEitherOr } = bounds
    if (isEitherOr) {
      binaryOf.set(index, columns.length)
      own.entries.push([columns.length, wan(high_fen)])
      const cost = Number(worthOf(item, high_fen, worth)) / WORTH_UNIT / FEN_PER_WAN
      columns.push({ cost, upper: 1, isBinary: true })
      return
    }
    own.floor_fen += low_fen
    const turn = clamp(item.base_fen, low_fen, high_fen)
    for (const [length_fen, fen] of [
      [turn - low_fen, worth.within],
      [high_fen - turn, worth.above],
    ] as const) {
      if (length_fen <= 0n) continue
      own.entries.push([columns.length, 1])
      columns.push({ cost: Number(fen) / WORTH_UNIT, upper: wan(length_fen), isBinary: false })
    }
  })
  return { programme: { columns, rows: rowsOf(problem, byDepartment, margin_wan) }, binaryOf }
}

function rowsOf(
  problem: WhatIfProblem,
  byDepartment: ReadonlyMap<string, { readonly floor_fen: Fen; readonly entries: [number, number][] }>,
  margin_wan: number,
): Programme['rows'] {
  const all = [...byDepartment.values()]
  const floors = all.reduce((sum, { floor_fen }) => sum + floor_fen, 0n)
  const envelope = {
    lower: Number.NEGATIVE_INFINITY,
    upper: wan(problem.envelope_fen - floors) - margin_wan,
    entries: all.flatMap(({ entries }) => entries),
  }
  const departments = problem.departments.map(({ departmentId, min_fen, max_fen }) => {
    const { floor_fen = 0n, entries = [] } = byDepartment.get(departmentId) ?? {}
    return {
      lower: min_fen === null ? Number.NEGATIVE_INFINITY : wan(min_fen - floor_fen) + margin_wan,
      upper: max_fen === null ? Number.POSITIVE_INFINITY : wan(max_fen - floor_fen) - margin_wan,
      entries,
    }
  })
  return [envelope, ...departments]
}

/** Fen as 万元: numbers of the size a solver's tolerances are made for. */
function wan(amount_fen: Fen): number {
  return Number(amount_fen) / FEN_PER_WAN
}
