import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Drawn, drawnRows, stretchOf } from './drawn-rows.ts'

const even = () => 33
const words = (drawn: readonly Drawn[]) =>
  drawn.map((one) => (one.kind === 'row' ? `${one.index}` : `${one.first}…${one.height_px}`)).join(' ')

test.each<[string, number, [number, number], number[], string]>([
  ['all in sight', 3, [0, 2], [], '0 1 2'],
  ['the middle', 6, [2, 3], [], '0…66 2 3 4…66'],
  ['the cursor above it', 6, [3, 4], [0], '0 1…66 3 4 5…33'],
  ['the cursor below it', 6, [0, 1], [4], '0 1 2…66 4 5…33'],
  ['a cursor beyond the end', 3, [0, 1], [9], '0 1 2…33'],
  ['nothing', 0, [0, 0], [0], ''],
])('%s', (_what, count, [first, last], always, expected) =>
  expect(words(drawnRows({ count, stretch: { first, last }, always, heightOf: even }))).toBe(expected),
)

test.each<[string, number, number, number, { first: number; last: number }]>([
  ['the top of the page', 500, -400, 368, { first: 0, last: 24 }],
  ['far below', 500, 3300, 4068, { first: 88, last: 136 }],
  ['the end', 500, 16_300, 17_000, { first: 480, last: 499 }],
  ['the table is below the window', 500, -2000, -1200, { first: 0, last: 8 }],
  ['the table is above the window', 500, 20_000, 20_800, { first: 488, last: 499 }],
])('%s', (_what, count, top_px, bottom_px, expected) =>
  expect(stretchOf({ count, top_px, bottom_px, heightOf: even })).toEqual(expected),
)

test('whatever the heights: every row in sight is drawn, and nothing of the height is lost', () => {
  const table = fc.record({
    heights: fc.array(fc.integer({ min: 20, max: 300 }), { minLength: 1, maxLength: 300 }),
    top_px: fc.integer({ min: -3000, max: 30_000 }),
    cursor: fc.nat(400),
  })
  fc.assert(
    fc.property(table, ({ heights, top_px, cursor }) => {
      const heightOf = (index: number) => heights[index] as number
      const bottom_px = top_px + 768
      const count = heights.length
      const stretch = stretchOf({ count, top_px, bottom_px, heightOf })
      const drawn = drawnRows({ count, stretch, always: [cursor], heightOf })
      const rows = drawn.flatMap((one) => (one.kind === 'row' ? [one.index] : []))
      let at = 0
      const inSight = heights.flatMap((height, index) => {
        at += height
        return at > top_px && at - height < bottom_px ? [index] : []
      })
      const total = drawn.reduce(
        (sum, one) => sum + (one.kind === 'row' ? heightOf(one.index) : one.height_px),
        0,
      )
      expect(inSight.filter((index) => !rows.includes(index))).toEqual([])
      expect(rows.includes(cursor)).toBe(cursor < count)
      expect(total).toBe(at)
    }),
    { numRuns: 300 },
  )
})
