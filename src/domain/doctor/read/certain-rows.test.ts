import { expect, test } from 'vitest'
import { findCertainRows } from './certain-rows.ts'

const at = (rows: readonly (readonly [number, number, string])[]) => (from: number) =>
  rows.filter(([start]) => start === from).map(([start, end, row]) => ({ row, from: start, end }))

test.each([
  [
    'one way is read whole',
    [
      [0, 2, 'a'],
      [2, 4, 'b'],
    ],
    ['a', 'b'],
    true,
  ],
  [
    'no way reads nothing',
    [
      [0, 2, 'a'],
      [2, 3, 'b'],
    ],
    [],
    false,
  ],
  [
    'a doubtful row in the middle leaves its neighbours certain',
    [
      [0, 1, 'a'],
      [1, 3, 'b'],
      [1, 2, 'c'],
      [2, 3, 'd'],
      [3, 4, 'e'],
    ],
    ['a', 'e'],
    false,
  ],
  [
    'two readings of one row are no certain row',
    [
      [0, 2, 'a'],
      [0, 2, 'A'],
      [2, 4, 'b'],
    ],
    ['b'],
    false,
  ],
  [
    'the same reading found twice is one',
    [
      [0, 4, 'a'],
      [0, 4, 'a'],
    ],
    ['a'],
    true,
  ],
  [
    'a way that leads nowhere does not count',
    [
      [0, 4, 'a'],
      [0, 3, 'x'],
    ],
    ['a'],
    true,
  ],
] as const)('%s', (_what, rows, certain, isWhole) => {
  expect(findCertainRows((end) => end === 4, at(rows))).toEqual({ rows: certain, isWhole })
})

test('thousands of ways are counted, not listed: the first doubtful row stays doubtful', () => {
  const rows = Array.from({ length: 60 }, (_, from) => [
    [from, from + 1, `${from}a`] as const,
    [from, from + 1, `${from}b`] as const,
  ]).flat()
  expect(findCertainRows((end) => end === 61, at([...rows, [60, 61, 'last']]))).toEqual({
    rows: ['last'],
    isWhole: false,
  })
})
