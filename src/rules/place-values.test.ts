import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Source } from './definition.ts'
import { loadRules } from './load-rules.ts'
import { type PlaceValue, requirePlaceValues, withPlaceValues } from './place-values.ts'

const BOOK = loadRules(join(import.meta.dirname, '../../rules'))
const BLUEPRINT: Source = {
  id: 'blueprint-test',
  title: '预算绩效规范管理蓝本',
  number: '2024年第1版',
  issuer: '示例',
  text: 'full',
}
const value = (parameter: string, from: string, given: unknown, more: object = {}): PlaceValue => ({
  jurisdiction: '640221',
  parameter,
  from,
  value: given,
  source: BLUEPRINT,
  article: '参数',
  standing: 'seen',
  origin: '蓝本',
  ...more,
})
const CADENCE = BOOK.at({ date: '2024-01-01', jurisdiction: '640221' }).value('results.plan_days').value
const OWN = { ...CADENCE, days: 7 }
const read = (values: readonly PlaceValue[], date: string, jurisdiction = '640221') =>
  withPlaceValues(BOOK, values).book.at({ date, jurisdiction }).value('results.plan_days')

describe('values of a place from the database', () => {
  test('count from their day, for their place alone, and name their source', () => {
    const values = [value('results.plan_days', '2024-09-01', OWN)]
    expect(read(values, '2024-08-31').value).toEqual(CADENCE)
    const found = read(values, '2024-09-01')
    expect(found.value).toEqual(OWN)
    expect(found.use).toMatchObject({
      sourceTitle: '《预算绩效规范管理蓝本》（2024年第1版）',
      jurisdiction: '640221',
    })
    expect(read(values, '2024-09-01', '640222').value).toEqual(CADENCE)
  })

  test('of the same day the later approval counts, and null ends it', () => {
    const first = value('results.plan_days', '2024-09-01', OWN)
    const second = value('results.plan_days', '2024-09-01', { ...OWN, days: 9 })
    expect(read([first, second], '2024-10-01').value).toEqual({ ...OWN, days: 9 })
    const end = value('results.plan_days', '2024-11-01', null)
    expect(read([first, second, end], '2024-10-31').value).toEqual({ ...OWN, days: 9 })
    expect(read([first, second, end], '2024-11-01').value).toEqual(CADENCE)
  })

  test.each<[why: string, one: PlaceValue, said: string]>([
    ['locked', value('evaluation.grade_cutoffs', '2024-01-01', null), '不能改动'],
    [
      'looser',
      value('monitoring.light_thresholds', '2024-01-01', { yellowBelow_bp: -9000, redBelow_bp: -9500 }),
      '只能比上级更高',
    ],
    ['of another shape', value('results.feedback_days', '2024-01-01', { days: 'many' }), '整数'],
    ['unknown', value('results.nothing', '2024-01-01', 1), '系统没有名为'],
  ])('%s: not in force, said, and refused before approval', (_why, one, said) => {
    const { book, faults } = withPlaceValues(BOOK, [one, value('results.plan_days', '2024-09-01', OWN)])
    expect(faults.join()).toContain(said)
    expect(book.at({ date: '2024-09-01', jurisdiction: '640221' }).value('results.plan_days').value).toEqual(
      OWN,
    )
    expect(() => requirePlaceValues(BOOK, [one])).toThrow(said)
  })

  test('a value of the region decides what is loose below it', () => {
    const strict = { yellowBelow_bp: -100, redBelow_bp: -200 }
    const region = value('monitoring.light_thresholds', '2024-01-01', strict, { jurisdiction: '640000' })
    const county = value('monitoring.light_thresholds', '2024-01-01', {
      yellowBelow_bp: -500,
      redBelow_bp: -800,
    })
    expect(withPlaceValues(BOOK, [county]).faults).toEqual([])
    expect(withPlaceValues(BOOK, [county, region]).faults.join()).toContain('只能比上级更高')
  })
})
