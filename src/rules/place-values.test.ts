import { join } from 'node:path'
import fc from 'fast-check'
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
  approvedOn: '2020-01-01',
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

  describe('a wider value over what a county has in a file', () => {
    const entry = (from: string, given: unknown) => ({
      from,
      value: given,
      source: { id: 'jiheng-default', article: '第一条' },
      standing: 'seen' as const,
      checked: { on: null, by: null },
    })
    const lights = (yellow: number, red: number) => ({ yellowBelow_bp: yellow, redBelow_bp: red })
    const filed = BOOK.withLayers([
      {
        origin: '县里的文件',
        parameter: 'monitoring.light_thresholds',
        jurisdiction: '640221',
        isExample: false,
        values: [entry('2022-01-01', lights(-800, -1600)), entry('2026-01-01', lights(-300, -600))],
      },
    ])
    const region = (from: string, given: unknown) =>
      value('monitoring.light_thresholds', from, given, { jurisdiction: '640000', origin: '自治区审定' })
    const redIn = (values: readonly PlaceValue[], fiscalYear: number) =>
      withPlaceValues(filed, values)
        .book.at({ date: '2024-06-01', jurisdiction: '640221', fiscalYear })
        .value('monitoring.light_thresholds').value.redBelow_bp

    test.each([
      [2023, -1600, 'what the county said goes on before it'],
      [2024, -1000, 'from its day on the wider value holds'],
      [2026, -600, 'and what the county says later, stricter, holds again'],
    ])('%i: %i (%s)', (year, red) => {
      expect(redIn([region('2024-01-01', lights(-500, -1000))], year)).toBe(red)
    })

    test('the file of the county is named, and the wider value is refused before approval', () => {
      const values = [region('2024-01-01', lights(-500, -1000))]
      expect(withPlaceValues(filed, values).faults.join()).toMatch(/^县里的文件：自 2024-01-01 起，.*更高/)
      expect(() => requirePlaceValues(filed, values)).toThrow('县里的文件')
      expect(withPlaceValues(filed, [region('2024-01-01', lights(-900, -1700))]).faults).toEqual([])
    })
  })

  test('nothing begins before the day it was approved', () => {
    const early = value('results.plan_days', '2024-09-01', OWN, { approvedOn: '2024-09-02' })
    expect(withPlaceValues(BOOK, [early]).faults.join()).toContain('早于审定之日（2024-09-02）')
    expect(read([early], '2024-10-01').value).toEqual(CADENCE)
    expect(() => requirePlaceValues(BOOK, [early])).toThrow('早于审定之日')
    const same = value('results.plan_days', '2024-09-01', OWN, { approvedOn: '2024-09-01' })
    expect(withPlaceValues(BOOK, [same]).faults).toEqual([])
  })

  test('what was decided before is explained without it, also where the budget year selects', () => {
    const weights = BOOK.at({ date: '2024-01-01', jurisdiction: '640221' }).value(
      'targets.level1_weights',
    ).value
    const own = { ...weights, withoutSatisfaction: 'output' as const }
    const values = [value('targets.level1_weights', '2024-07-01', own, { approvedOn: '2024-06-20' })]
    const { book } = withPlaceValues(BOOK, values)
    const on = (date: string, fiscalYear: number) =>
      book.at({ date, jurisdiction: '640221', fiscalYear }).value('targets.level1_weights').value
    expect(on('2024-06-19', 2025)).toEqual(weights)
    expect(on('2024-06-20', 2025)).toEqual(own)
    expect(on('2025-03-01', 2024)).toEqual(weights)
  })

  test('one value of a place that cannot be used takes no other year and no file with it', () => {
    const bad = value('results.plan_days', '2025-01-01', { ...OWN, days: 'many' }, { origin: '坏的一条' })
    const good = value('results.plan_days', '2024-09-01', OWN)
    const later = value('results.plan_days', '2026-01-01', { ...OWN, days: 9 })
    expect(withPlaceValues(BOOK, [good, bad, later]).faults).toHaveLength(1)
    expect(withPlaceValues(BOOK, [good, bad, later]).faults[0]).toMatch(/^坏的一条：自 2025-01-01 起/)
    expect(read([good, bad, later], '2025-06-01').value).toEqual(OWN)
    expect(read([good, bad, later], '2026-01-01').value).toEqual({ ...OWN, days: 9 })
    const loose = [
      value('monitoring.light_thresholds', '2024-01-01', { yellowBelow_bp: -500, redBelow_bp: -1000 }),
      value('monitoring.light_thresholds', '2025-01-01', { yellowBelow_bp: -9000, redBelow_bp: -9500 }),
    ]
    const { book, faults } = withPlaceValues(BOOK, loose)
    expect(faults.join()).toContain('只能比上级更高')
    const at = { date: '2025-06-01', jurisdiction: '640221' }
    expect(book.at(at).value('monitoring.light_thresholds').value.redBelow_bp).toBe(-1000)
  })

  test('whatever places approve, the book is made and nobody below is looser than above', () => {
    const lights = fc
      .tuple(fc.integer({ min: -2000, max: -1 }), fc.integer({ min: 1, max: 1000 }))
      .map(([yellow, more]) => ({ yellowBelow_bp: yellow, redBelow_bp: yellow - more }))
    const one = fc
      .record({
        jurisdiction: fc.constantFrom('640000', '640200', '640221'),
        from: fc.constantFrom('2021-01-01', '2022-01-01', '2023-01-01', '2024-01-01'),
        given: fc.oneof(lights, fc.constant(null), fc.constant('wrong')),
      })
      .map(({ jurisdiction, from, given }) =>
        value('monitoring.light_thresholds', from, given, { jurisdiction }),
      )
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (values) => {
        const { book } = withPlaceValues(BOOK, values)
        for (const fiscalYear of [2020, 2021, 2022, 2023, 2024, 2025]) {
          const [wide, middle, narrow] = ['640000', '640200', '640221'].map(
            (jurisdiction) =>
              book.at({ date: '2024-01-01', jurisdiction, fiscalYear }).value('monitoring.light_thresholds')
                .value.redBelow_bp,
          ) as [number, number, number]
          expect(middle).toBeGreaterThanOrEqual(wide)
          expect(narrow).toBeGreaterThanOrEqual(middle)
        }
      }),
      { numRuns: 200 },
    )
  })
})
