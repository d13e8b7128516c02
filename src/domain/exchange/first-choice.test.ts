import { expect, test } from 'vitest'
import { firstChoice } from './first-choice.ts'

const row = (id: string, group: string | null = null, obstacle: string | null = null) => ({
  id,
  group,
  obstacle,
})
const ROWS = [row('a'), row('b', null, '已批复'), row('c', 'P'), row('d', 'P'), row('e', 'Q'), row('f')]

test.each<[most: number, ids: string]>([
  [9, 'acdef'],
  [5, 'acdef'],
  [4, 'acde'],
  [3, 'acd'],
  [2, 'a'],
  [1, 'a'],
])('%i rows at once are %s: what may be written, in order, no group in part', (most, ids) => {
  expect(firstChoice(ROWS, most).join('')).toBe(ids)
})
