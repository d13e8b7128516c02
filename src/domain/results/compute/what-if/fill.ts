import { type Fen, sumFen } from '../../../shared/money.ts'
import type { Prepared } from './prepare.ts'
import { type Stretch, stretchesOf } from './stretch.ts'
import type { Bounds, WhatIfProblem } from './types.ts'

/** What a department may still get, and what it must still get; `left` is null where nothing bounds it. */
type Room = { left_fen: Fen | null; missing_fen: Fen }

/**
 * The best amounts, to the fen, once it is settled which undivided items are arranged.
 *
 * Every item is first given its floor. A department below its minimum is then brought up to it, and what is
 * left of the envelope goes wherever a fen is worth most. What a department makes of its money is a concave
 * curve, and departments meet only in the envelope, so taking the best stretch first is the optimum.
 * @param settled bounds with every either-or decided, in the order of `prepared`
 * @returns amounts in the same order, or nothing where no amounts fit
 */
export function fillExactly(
  problem: WhatIfProblem,
  prepared: readonly Prepared[],
  settled: readonly Bounds[],
): Fen[] | undefined {
  const amounts = settled.map(({ low_fen }) => low_fen)
  const rooms = roomsOf(problem, prepared, amounts)
  if ([...rooms.values()].some(({ left_fen }) => left_fen !== null && left_fen < 0n)) return undefined
  const stretches = stretchesOf(prepared, settled)
  for (const [departmentId, room] of rooms) {
    for (const stretch of stretches) {
      if (room.missing_fen <= 0n) break
      if (stretch.departmentId === departmentId) give(amounts, stretch, room.missing_fen, room)
    }
    if (room.missing_fen > 0n) return undefined
  }
  let left = problem.envelope_fen - sumFen(amounts)
  if (left < 0n) return undefined
  for (const stretch of stretches) left -= give(amounts, stretch, left, rooms.get(stretch.departmentId))
  return amounts
}

function roomsOf(problem: WhatIfProblem, prepared: readonly Prepared[], floors: readonly Fen[]) {
  const given = new Map<string, Fen>()
  prepared.forEach(({ item }, index) => {
    given.set(item.departmentId, (given.get(item.departmentId) ?? 0n) + (floors[index] ?? 0n))
  })
  return new Map<string, Room>(
    problem.departments.map(({ departmentId, min_fen, max_fen }) => {
      const own = given.get(departmentId) ?? 0n
      const room = { left_fen: max_fen === null ? null : max_fen - own, missing_fen: (min_fen ?? 0n) - own }
      return [departmentId, room]
    }),
  )
}

/** Gives a stretch at most `offered`, as far as stretch and department have room; tells how much it took. */
function give(amounts: Fen[], stretch: Stretch, offered: Fen, room: Room | undefined): Fen {
  const bounds = [offered, stretch.open_fen, room?.left_fen ?? offered]
  const share = bounds.reduce((least, one) => (one < least ? one : least))
  if (share <= 0n) return 0n
  stretch.open_fen -= share
  amounts[stretch.index] = (amounts[stretch.index] ?? 0n) + share
  if (room) {
    if (room.left_fen !== null) room.left_fen -= share
    room.missing_fen -= share
  }
  return share
}
