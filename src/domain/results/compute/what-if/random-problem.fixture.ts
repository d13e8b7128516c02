import * as fc from 'fast-check'
import type { WhatIfItem, WhatIfProblem } from './types.ts'

/** 1 万元: every amount of a made-up problem is a multiple of it, and so is every amount of some best plan. */
export const UNIT = 1_000_000n

const units = (max: number) => fc.integer({ min: 0, max }).map((count) => BigInt(count) * UNIT)
/** Amounts above the request contradict themselves; a ceiling below a floor still does. */
const most = (amount: bigint, bound: bigint) => (amount < bound ? amount : bound)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 })

const item = (max: number): fc.Arbitrary<WhatIfItem> =>
  fc
    .record({
      departmentId: fc.constantFrom('d1', 'd2'),
      request_fen: units(max),
      base_fen: units(max),
      score_x100: maybe(fc.constantFrom(0, 3000, 5999, 6000, 7450, 8000, 9000, 9001, 10_000)),
      isWhole: fc.boolean(),
      guarantee_fen: fc.oneof({ weight: 4, arbitrary: fc.constant(0n) }, { weight: 1, arbitrary: units(2) }),
      contract_fen: fc.oneof({ weight: 4, arbitrary: fc.constant(0n) }, { weight: 1, arbitrary: units(2) }),
      isMustKeep: fc.oneof(
        { weight: 5, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
      cap_fen: maybe(units(max)),
      fixed_fen: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: units(max) }),
    })
    .map((drawn) => ({
      ...drawn,
      guarantee_fen: most(drawn.guarantee_fen, drawn.request_fen),
      contract_fen: most(drawn.contract_fen, drawn.request_fen),
      fixed_fen: drawn.fixed_fen === null ? null : most(drawn.fixed_fen, drawn.request_fen),
      id: '',
      name: '',
      departmentName: drawn.departmentId,
      grade: null,
    }))

/** Problems small enough to try everything: amounts of at most `max` units. */
export function problems(options: {
  readonly items: number
  readonly max: number
}): fc.Arbitrary<WhatIfProblem> {
  const { items, max } = options
  const bound = (departmentId: string) =>
    fc.record({
      departmentId: fc.constant(departmentId),
      departmentName: fc.constant(departmentId),
      min_fen: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: units(max) }),
      max_fen: maybe(units(items * max)),
    })
  return fc.record({
    items: fc
      .array(item(max), { minLength: 1, maxLength: items })
      .map((drawn) => drawn.map((one, index) => ({ ...one, id: `p${index}`, name: `项目${index}` }))),
    departments: fc.oneof(
      fc.constant([]),
      bound('d1').map((one) => [one]),
      fc.tuple(bound('d1'), bound('d2')).map((pair) => [...pair]),
    ),
    envelope_fen: units(items * max),
    performance_bp: fc.constantFrom(1, 2500, 5000, 8000, 10_000),
    knots: fc.constant(KNOTS),
    unscored_bp: fc.constant(7000),
  })
}

export const KNOTS = [
  { score_x100: 0, weight_bp: 500 },
  { score_x100: 6000, weight_bp: 4000 },
  { score_x100: 8000, weight_bp: 8000 },
  { score_x100: 10_000, weight_bp: 10_000 },
]
