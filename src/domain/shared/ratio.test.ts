import { expect, test } from 'vitest'
import { Decimal } from './decimal.ts'
import { formatBp, formatPercent, formatPoints, formatRatio, ratioBp, ratioOf, ratioValue } from './ratio.ts'

test('a rate keeps its parts and is rounded only for display', () => {
  const rate = ratioOf(43_850_000_000n, 50_000_000_000n)
  expect(rate).toEqual({ numerator: '43850000000', denominator: '50000000000' })
  expect(formatRatio(rate)).toBe('87.70%')
  expect(ratioOf(1, 0)).toBeUndefined()
  expect(formatRatio(undefined)).toBe('不适用')
})

test('thirds come back whole', () => {
  const third = ratioOf(1, 3)
  expect(third && ratioValue(third).times(3).toDecimalPlaces(30).toFixed()).toBe('1')
  expect(third && ratioBp(third)).toBe(3333)
  expect(ratioBp({ numerator: '5', denominator: '100000' })).toBe(1)
})

test('percent, points and 万分之一 for people', () => {
  expect(formatPercent(new Decimal('0.95176'))).toBe('95.18%')
  expect(formatPoints(new Decimal('-0.22333'))).toBe('-22.33个百分点')
  expect(formatBp(9500)).toBe('95%')
  expect(formatBp(3050)).toBe('30.5%')
})
