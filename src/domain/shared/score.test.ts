import { expect, test } from 'vitest'
import { Decimal } from './decimal.ts'
import { formatScore, formatWeight, parseScore, roundScore } from './score.ts'

test.each([
  ['9.664999', 966, 'below the half'],
  ['9.665', 967, 'the half goes up'],
  ['1.005', 101, 'binary fractions would lose this one'],
  ['0.004', 0, 'vanishes'],
])('%s points are %i hundredths (%s)', (points, score_x100) => {
  expect(roundScore(new Decimal(points))).toBe(score_x100)
})

test('scores print with two decimals, weights without needless zeros', () => {
  expect(formatScore(877)).toBe('8.77')
  expect(formatScore(1000)).toBe('10.00')
  expect(formatWeight(1000)).toBe('10')
  expect(formatWeight(2250)).toBe('22.5')
})

test('typed points', () => {
  expect(parseScore('22.5')).toBe(2250)
  expect(() => parseScore('10.555')).toThrow('最多两位小数')
})
