import { describe, expect, test } from 'vitest'
import type { DatedValue, Layer, ParameterDefinition, Source } from './definition.ts'
import { parseLayer, parseParameter } from './parse.ts'
import { makeRuleBook } from './rule-book.ts'

const SOURCES: readonly Source[] = [
  { id: 'act', title: '办法', number: '财〔2020〕1号', issuer: '财政部', text: 'full' },
]
const entry = (from: string, value: unknown): DatedValue => ({
  from,
  value,
  source: { id: 'act', article: '第一条' },
  standing: 'seen',
  checked: { on: null, by: null },
})
const lights = (yellow: number, red: number) => ({ yellowBelow_bp: yellow, redBelow_bp: red })
const definition = (given: Partial<ParameterDefinition> = {}): ParameterDefinition => ({
  id: 'monitoring.light_thresholds',
  title: '亮灯界线',
  unit: '万分之一',
  selects: 'event_date',
  overlay: 'tighten',
  tighten: { yellowBelow_bp: 'higher', redBelow_bp: 'higher' },
  reads: '黄{yellowBelow_bp:points}',
  values: [entry('2020-01-01', lights(-1000, -2000)), entry('2023-01-01', lights(-900, -1900))],
  ...given,
})
const layer = (jurisdiction: string, ...values: DatedValue[]): Layer => ({
  origin: `${jurisdiction}.yaml`,
  parameter: 'monitoring.light_thresholds',
  jurisdiction,
  isExample: false,
  values,
})
const red = (
  layers: readonly Layer[],
  jurisdiction: string,
  date: string,
  given?: Partial<ParameterDefinition>,
) =>
  makeRuleBook(SOURCES, [definition(given)], layers)
    .at({ date, jurisdiction })
    .value('monitoring.light_thresholds').value.redBelow_bp

describe('which value is in force', () => {
  test.each([
    ['2020-01-01', -2000, 'its first day'],
    ['2022-12-31', -2000, 'the day before the change'],
    ['2023-01-01', -1900, 'the day of the change'],
  ])('%s: %i (%s)', (date, expected) => {
    expect(red([], '640522', date)).toBe(expected)
  })

  test('before the first day there is none, and it says so', () => {
    expect(() => red([], '640522', '2019-12-31')).toThrow(
      expect.objectContaining({ code: 'PARAMETER_NOT_IN_FORCE' }),
    )
  })

  test('the nearest level that says something decides', () => {
    const layers = [
      layer('640000', entry('2021-01-01', lights(-1000, -1800))),
      layer('640500', entry('2021-01-01', lights(-1000, -1700))),
      layer('640522', entry('2021-01-01', lights(-1000, -1600)), entry('2022-01-01', null)),
    ]
    expect(red(layers, '640522', '2021-06-01', { values: [entry('2020-01-01', lights(-1000, -2000))] })).toBe(
      -1600,
    )
    expect(red(layers, '640521', '2021-06-01', { values: [entry('2020-01-01', lights(-1000, -2000))] })).toBe(
      -1700,
    )
    expect(red(layers, '640100', '2021-06-01', { values: [entry('2020-01-01', lights(-1000, -2000))] })).toBe(
      -1800,
    )
    expect(red(layers, '640522', '2022-01-01', { values: [entry('2020-01-01', lights(-1000, -2000))] })).toBe(
      -1700,
    )
  })

  test('by fiscal year the first of January counts, whatever the day of the act', () => {
    const book = makeRuleBook(SOURCES, [definition({ selects: 'fiscal_year' })], [])
    const at = (fiscalYear: number) =>
      book.at({ date: '2024-05-10', jurisdiction: '640522', fiscalYear }).value('monitoring.light_thresholds')
    expect(at(2022).value.redBelow_bp).toBe(-2000)
    expect(at(2023).value.redBelow_bp).toBe(-1900)
    expect(at(2022).use).toEqual({
      id: 'monitoring.light_thresholds',
      title: '亮灯界线',
      value: '黄10个百分点',
      from: '2020-01-01',
      sourceTitle: '《办法》\uFF08财〔2020〕1号\uFF09',
      article: '第一条',
      standing: 'seen',
      isChecked: false,
    })
  })
})

describe('what a lower level may not do', () => {
  test.each([
    [lights(-1000, -2000), undefined, 'equal to the level above'],
    [lights(-1000, -1999), undefined, 'stricter by one'],
    [lights(-1000, -2001), 'redBelow_bp 只能比上级更高', 'looser by one'],
  ] as [ReturnType<typeof lights>, string | undefined, string][])('%j', (value, refusal) => {
    const make = () =>
      red([layer('640522', entry('2020-01-01', value))], '640522', '2022-01-01', {
        values: [entry('2020-01-01', lights(-1000, -2000))],
      })
    if (refusal === undefined) expect(make()).toBe(value.redBelow_bp)
    else expect(make).toThrow(refusal)
  })

  test('a value once strict enough is refused from the day the nation gets stricter', () => {
    expect(() =>
      red([layer('640522', entry('2020-01-01', lights(-950, -1950)))], '640522', '2022-01-01'),
    ).toThrow('640522.yaml:自 2023-01-01 起')
  })

  test('a county is measured by its city, not only by the nation', () => {
    const city = layer('640500', entry('2023-01-01', lights(-800, -1500)))
    const county = layer('640522', entry('2023-01-01', lights(-850, -1500)))
    expect(() => red([city, county], '640522', '2023-06-01')).toThrow('上级为 -800')
    expect(red([city, county].slice(1), '640522', '2023-06-01')).toBe(-1500)
  })

  test('locked is locked, even with the same figure', () => {
    const same = layer('640522', entry('2023-01-01', lights(-900, -1900)))
    expect(() => red([same], '640522', '2023-06-01', { overlay: 'locked' })).toThrow('不能改动')
  })

  test('two layers for the same place and day are refused', () => {
    const twin = layer('640522', entry('2023-01-01', lights(-800, -1500)))
    expect(() => red([twin, { ...twin, origin: 'other.yaml' }], '640522', '2023-06-01')).toThrow(
      '同一地区同一天',
    )
  })

  test('layers approved later are held to the same rules', () => {
    const book = makeRuleBook(SOURCES, [definition()], [])
    const looser = layer('640522', entry('2023-01-01', lights(-900, -5000)))
    expect(() => book.withLayers([looser])).toThrow(expect.objectContaining({ code: 'RULE_VIOLATED' }))
  })
})

describe('what does not load', () => {
  const file = (value: Record<string, unknown>) => ({
    title: '亮灯界线',
    unit: '万分之一',
    selects: 'event_date',
    overlay: 'free',
    reads: '黄',
    values: { '2020-01-01': value },
  })
  const good = {
    value: lights(-1000, -2000),
    source: { id: 'act', article: '一' },
    standing: 'seen',
    checked: { on: null, by: null },
  }
  const faults = (raw: unknown, id = 'monitoring.light_thresholds') => {
    const parsed = parseParameter(id, raw, SOURCES)
    return parsed.ok ? [] : parsed.faults
  }

  test('a complete file does', () => expect(faults(file(good))).toEqual([]))

  test.each([
    ['no source', { ...good, source: undefined }, '没有写明依据'],
    ['a source nobody listed', { ...good, source: { id: 'rumour', article: '一' } }, '未列入 sources.yaml'],
    ['no standing', { ...good, standing: undefined }, 'standing 应为'],
    ['a text for a number', { ...good, value: { yellowBelow_bp: '-1000', redBelow_bp: -2000 } }, '整数'],
    ['a missing figure', { ...good, value: { yellowBelow_bp: -1000 } }, '缺少 redBelow_bp'],
    ['an unknown figure', { ...good, value: { ...lights(-1, -2), blue: 1 } }, '多余字段 blue'],
    ['red milder than yellow', { ...good, value: lights(-2000, -1000) }, '红灯线'],
  ])('%s', (_why, value, expected) => {
    expect(faults(file(value as Record<string, unknown>)).join()).toContain(expected)
  })

  test('a parameter nobody reads', () =>
    expect(faults(file(good), 'monitoring.moon').join()).toContain('没有名为'))

  test('a layer for something that is no place', () => {
    const parsed = parseLayer(
      'x',
      { parameter: 'monitoring.light_thresholds', jurisdiction: '宁夏', values: { '2023-01-01': good } },
      SOURCES,
    )
    expect(parsed.ok ? [] : parsed.faults).toEqual(['jurisdiction 应为六位行政区划代码'])
  })
})
