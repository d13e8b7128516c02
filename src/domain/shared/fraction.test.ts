import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Decimal } from './decimal.ts'
import {
  compareFractions,
  findFraction,
  fraction,
  larger,
  minus,
  over,
  roundFraction,
  smaller,
  times,
  toDecimal,
} from './fraction.ts'

test.each([
  ['90.25', 9025n, 100n],
  ['-0.5', -5n, 10n],
  ['300', 300n, 1n],
  [' 7 ', 7n, 1n],
])('%s is read exactly', (text, top, bottom) => {
  expect(findFraction(text)).toEqual({ top, bottom })
})

test.each(['', ' ', '≥5', '1e3', '.5', '1,000', null, undefined])('%s is nothing', (text) => {
  expect(findFraction(text)).toBeUndefined()
})

test.each([
  [1n, 2n, 1n],
  [-1n, 2n, -1n],
  [149n, 100n, 1n],
  [3n, 2n, 2n],
  [1n, 3n, 0n],
  [-5n, 3n, -2n],
  [0n, 7n, 0n],
])('%s/%s rounds to %s', (top, bottom, expected) => {
  expect(roundFraction({ top, bottom })).toBe(expected)
})

test('a tie made of thirds is a tie, where 40 digits of decimals fall short of it', () => {
  const share = over(fraction(5), fraction(24))
  expect(roundFraction(times(fraction(300), share))).toBe(63n)
  const inDecimals = new Decimal(3).times(new Decimal(5).div(24)).times(100)
  expect(inDecimals.toDecimalPlaces(0).toNumber()).toBe(62)
})

const integer = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })
const positive = fc.bigInt({ min: 1n, max: 10n ** 12n })
const any = fc.record({ top: integer, bottom: positive })

test('arithmetic is exact: what is taken away or divided out comes back', () => {
  fc.assert(
    fc.property(any, any, (one, other) => {
      const back = minus(one, minus(one, other))
      expect(compareFractions(back, other)).toBe(0)
      if (other.top !== 0n) expect(compareFractions(times(over(one, other), other), one)).toBe(0)
      expect(compareFractions(smaller(one, other), larger(one, other))).toBeLessThanOrEqual(0)
    }),
  )
})

test('rounding is at most half a unit off and agrees with the decimal reading away from ties', () => {
  fc.assert(
    fc.property(any, (one) => {
      const off = minus(fraction(roundFraction(one)), one)
      const distance = off.top < 0n ? { ...off, top: -off.top } : off
      expect(compareFractions(distance, fraction(1, 2))).toBeLessThanOrEqual(0)
      if (compareFractions(distance, fraction(1, 2)) < 0) {
        expect(toDecimal(one).toDecimalPlaces(0).toFixed(0).replace('-0', '0')).toBe(
          roundFraction(one).toString(),
        )
      }
    }),
  )
})
