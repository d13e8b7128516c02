import { describe, expect, test } from 'vitest'
import { type Said, turnBack } from './turn-back.ts'

const said = (from: string, value: number, useId: string | null = null): Said<number> => ({
  from,
  value,
  useId,
})
const FILE = said('2023-01-01', 30)
const A = said('2024-07-01', 15, 'A')
const B = said('2024-09-01', 10, 'B')
/** 停止采用 B from 1 November, planned while A held. */
const AFTER_B = said('2024-11-01', 15, 'undo B')

/** Giving up one adoption from a day, beside what was given up before. */
const back = (one: string, day: string, all: readonly Said<number>[], before: Record<string, string> = {}) =>
  turnBack(
    all,
    day,
    {
      isGivenUp: (useId, on) => ({ ...before, [one]: day })[useId]! <= on,
      isPutBack: (useId) => useId.startsWith('undo'),
    },
    (x, y) => x === y,
  ).map(({ from, to }) => [from, to?.value])

describe('giving up an adoption', () => {
  test.each<[why: string, one: string, day: string, all: readonly Said<number>[], back: unknown[]]>([
    ['that is in force: from the day chosen', 'A', '2024-08-01', [FILE, A], [['2024-08-01', 30]]],
    ['before it begins: from the day it would begin', 'A', '2024-06-25', [FILE, A], [['2024-07-01', 30]]],
    ['of a place that said nothing before', 'A', '2024-08-01', [A], [['2024-08-01', undefined]]],
    ['over which a later one holds: nothing to give up', 'A', '2024-10-01', [FILE, A, B], []],
    [
      'before a later one: in between, and the later one goes on',
      'A',
      '2024-08-01',
      [FILE, A, B],
      [['2024-08-01', 30]],
    ],
    ['that is the later one: the earlier holds again', 'B', '2024-10-01', [FILE, A, B], [['2024-10-01', 15]]],
    [
      'also where a planned giving up would put it back',
      'A',
      '2024-10-01',
      [FILE, A, B, AFTER_B],
      [['2024-11-01', 30]],
    ],
    ['and a newer decision of the place stays', 'A', '2024-10-01', [FILE, A, said('2024-09-15', 7)], []],
    ['of the same day a decision made later stays', 'A', '2024-06-25', [FILE, A, said('2024-07-01', 7)], []],
    [
      'that said the same as before: it is cited no more',
      'A',
      '2024-08-01',
      [said('2023-01-01', 15), A],
      [['2024-08-01', 15]],
    ],
  ])('%s', (_why, one, day, all, expected) => {
    const before: Record<string, string> = all.includes(AFTER_B) ? { B: '2024-11-01' } : {}
    expect(back(one, day, all, before)).toEqual(expected)
  })

  test('an earlier one given up before does not come back with the later one', () => {
    const undoA = said('2024-10-01', 10, 'undo A')
    expect(back('B', '2024-12-01', [FILE, A, B, undoA], { A: '2024-10-01' })).toEqual([['2024-12-01', 30]])
  })
})
