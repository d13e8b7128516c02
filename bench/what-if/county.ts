import type { WhatIfItem, WhatIfProblem } from '../../src/domain/results/compute/what-if/index.ts'

/** A stream of numbers in [0, 1) that is the same for the same seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * A made-up place: projects between 5 万 and some 3000 万 to the fen, most of them small; one in three undivided,
 * one in six new, floors and ceilings as such places have them; departments bounded around their bases.
 */
export function countyOf(
  seed: number,
  size: { readonly projects: number; readonly departments: number },
): WhatIfProblem {
  const next = numbersFrom(seed)
  const fen = (from: number, to: number) => BigInt(Math.floor(from + next() * (to - from)))
  const items = Array.from({ length: size.projects }, (_, index): WhatIfItem => {
    const base = fen(5e6, 5e6 + 3e9 * next() ** 4)
    const isNew = next() < 1 / 6
    const request = (base * fen(85, 140)) / 100n
    const score = isNew || next() < 0.1 ? null : Math.floor(4500 + 5500 * next() ** 0.6)
    const isWhole = next() < 1 / 3
    const isPoor = score !== null && score < 6000
    const isMustKeep = !isPoor && next() < 0.03
    return {
      id: `p${String(index).padStart(5, '0')}`,
      name: `项目${index}`,
      departmentId: `d${Math.floor(next() * size.departments)}`,
      departmentName: '',
      request_fen: request,
      base_fen: isNew ? 0n : base,
      score_x100: score,
      grade: null,
      isWhole,
      guarantee_fen: next() < 0.1 ? request / 2n : 0n,
      contract_fen: next() < 0.15 ? request / 3n : 0n,
      isMustKeep,
      cap_fen: isPoor && !isWhole ? (base * 9n) / 10n : null,
      fixed_fen: null,
    }
  })
  const requests = items.reduce((sum, { request_fen }) => sum + request_fen, 0n)
  return {
    items,
    departments: Array.from({ length: size.departments }, (_, index) => {
      const own = items.filter(({ departmentId }) => departmentId === `d${index}`)
      const wanted = own.reduce((sum, { request_fen }) => sum + request_fen, 0n)
      const bounds = { min_fen: index % 3 === 0 ? (wanted * 6n) / 10n : null, max_fen: (wanted * 95n) / 100n }
      return { departmentId: `d${index}`, departmentName: `部门${index}`, ...bounds }
    }),
    envelope_fen: (requests * 80n) / 100n,
    performance_bp: 8000,
    knots: [
      { score_x100: 0, weight_bp: 500 },
      { score_x100: 6000, weight_bp: 4000 },
      { score_x100: 8000, weight_bp: 8000 },
      { score_x100: 10_000, weight_bp: 10_000 },
    ],
    unscored_bp: 7000,
  }
}
