import { describe, expect, test } from 'vitest'
import { readerOf } from '../../rules/testing.ts'
import { Decimal } from '../../shared/decimal.ts'
import { hasUncheckedParameter } from '../../shared/explanation.ts'
import { computeLight, type Light, worstLight } from './light.ts'

const RULES = readerOf({
  'monitoring.light_thresholds': { yellowBelow_bp: -1000, redBelow_bp: -2000 },
  'monitoring.mid_year_month': { month: 6 },
})
const lightOf = (deviation: string | null, more: Partial<Parameters<typeof computeLight>[0]> = {}) =>
  computeLight(
    {
      subject: '预算执行',
      deviation: deviation === null ? null : new Decimal(deviation),
      isByTimeOnly: false,
      month: 7,
      ...more,
    },
    RULES,
  )

describe('MON-004 监控亮灯', () => {
  test.each<[string, Light, why: string]>([
    ['0.5', 'green', 'ahead'],
    ['0', 'green', 'on plan'],
    ['-0.1', 'green', 'on the yellow bound'],
    ['-0.100001', 'yellow', 'just below it'],
    ['-0.2', 'yellow', 'on the red bound'],
    ['-0.200001', 'red', 'just below it'],
    ['-1', 'red', 'nothing done'],
  ])('%s → %s (%s)', (deviation, light) => {
    expect(lightOf(deviation).light).toBe(light)
  })

  test.each<[number, boolean, Light, why: string]>([
    [5, true, 'pending', 'by time alone, before mid-year'],
    [6, true, 'red', 'by time alone, from mid-year on'],
    [5, false, 'red', 'against its own plan, at any time'],
  ])('half behind in month %i, by time only %s → %s (%s)', (month, isByTimeOnly, light) => {
    expect(lightOf('-0.5', { month, isByTimeOnly }).light).toBe(light)
  })

  test('before mid-year a small lag is plainly green', () => {
    expect(lightOf('-0.05', { month: 3, isByTimeOnly: true }).light).toBe('green')
  })

  test.each<['certain' | 'possible' | 'impossible', string | null, Light]>([
    ['certain', '0', 'green'],
    ['possible', '0', 'yellow'],
    ['possible', '-0.5', 'red'],
    ['impossible', '0', 'red'],
    ['certain', null, 'green'],
  ])('likelihood %s with deviation %s → %s', (likelihood, deviation, light) => {
    expect(lightOf(deviation, { likelihood }).light).toBe(light)
  })

  test('late is at least yellow, nothing known is pending', () => {
    expect(lightOf(null, { daysLate: 1 }).light).toBe('yellow')
    expect(lightOf(null, { daysLate: 0 }).light).toBe('green')
    expect(lightOf(null).light).toBe('pending')
  })

  test('the reason says in words what decided', () => {
    const { reason, explanation } = lightOf('-0.2233')
    expect(reason).toBe('落后22.33个百分点')
    expect(explanation.sentence).toBe('预算执行：红灯，落后22.33个百分点。')
    expect(hasUncheckedParameter(explanation)).toBe(false)
  })
})

test('待定 is worse than green and milder than yellow', () => {
  expect(worstLight(['green', 'pending'])).toBe('pending')
  expect(worstLight(['pending', 'yellow'])).toBe('yellow')
  expect(worstLight(['yellow', 'red', 'green'])).toBe('red')
  expect(worstLight([])).toBe('pending')
})
