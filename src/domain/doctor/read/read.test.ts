import { describe, expect, test } from 'vitest'
import { compareValues } from '../score/compare.ts'
import { hasNoReason, isBlank, isFilled } from './cells.ts'
import { partsOf, readFundLabels } from './fund-labels.ts'
import { readLevel1, readLevel2, readLevelWeight } from './levels.ts'
import { isTemplateName, plainName } from './names.ts'
import { readAmount, readPoints, readRate } from './numbers.ts'
import { readTableJson, yearIn } from './read-table-json.ts'
import { readActual, readTarget, readValue } from './read-value.ts'

test.each([
  ['', true],
  [' ', true],
  ['-', true],
  ['—', true],
  ['/', true],
  ['*', true],
  ['……', true],
  ['无', true],
  ['0', false],
  ['合规', false],
])('cell %j is blank: %s', (cell, blank) => {
  expect([isBlank(cell), isFilled(cell)]).toEqual([blank, !blank])
})

test('what cannot be seen is neither blank nor filled', () => {
  expect([isBlank(null), isFilled(null), hasNoReason(null)]).toEqual([false, false, false])
})

test.each([
  ['10', '10', 0],
  ['10分', '10', 0],
  ['22.5', '22.5', 1],
  [' 9.34 ', '9.34', 2],
  ['１０', '10', 0],
])('points %j', (cell, value, decimals) => {
  expect({ value: readPoints(cell)?.value.toFixed(), decimals: readPoints(cell)?.decimals }).toEqual({
    value,
    decimals,
  })
})

test.each([null, '', '—', '优', '(0-20)', '1e3', '9'.repeat(40)])('no points in %j', (cell) => {
  expect(readPoints(cell)).toBeUndefined()
})

test.each([
  ['86%', '86', 0],
  ['86.19%', '86.19', 2],
  ['100 %', '100', 0],
  ['1', '100', 0],
  ['0.98', '98', 0],
  ['0.8045', '80.45', 2],
  ['79.27', '79.27', 2],
  ['102.59%', '102.59', 2],
  ['0', '0', 0],
  ['１００％', '100', 0],
])('rate %j is %s percent', (cell, value, decimals) => {
  expect({ value: readRate(cell)?.value.toFixed(), decimals: readRate(cell)?.decimals }).toEqual({
    value,
    decimals,
  })
})

test.each([
  ['936', '万元', '9360000'],
  ['936', '元', '936'],
  ['50万元', '元', '500000'],
  ['2.6亿元', '万元', '260000000'],
  ['215,457.6', '万元', '2154576000'],
  ['89.974', '万元', '899740'],
  ['4753.66万元', '万元', '47536600'],
] as const)('amount %j in a table in %s', (cell, unit, yuan) => {
  const amount = readAmount(cell, unit)
  expect(amount.is === 'amount' && amount.yuan.toFixed()).toBe(yuan)
})

test.each([
  [null, 'unseen'],
  ['', 'blank'],
  ['-', 'blank'],
  ['参见附件1具体金额', 'words'],
  ['854万(其中400万元为上年)', 'words'],
  ['.32', 'words'],
])('amount %j is %s, never 0', (cell, is) => {
  expect(readAmount(cell, '万元').is).toBe(is)
})

test.each([
  ['★★★受益建档立卡贫困人口数≥**人', '受益建档立卡贫困人口数'],
  ['*资产股权年收益率( ≥**% )', '资产股权年收益率'],
  ['指标1工程完工率', '工程完工率'],
  ['指标3:完成厕所改造数量', '完成厕所改造数量'],
  ['1.道路里程', '道路里程'],
  ['1290.3平方米冷库', '1290.3平方米冷库'],
  ['满意度(必填硬性指标)', '满意度'],
])('the plain name of %j', (name, plain) => {
  expect(plainName(name)).toBe(plain)
})

test.each([
  ['指标2', true],
  ['指标1:', true],
  ['……', true],
  ['指标1安全率', false],
])('%j is a line of the template: %s', (name, is) => expect(isTemplateName(name)).toBe(is))

test.each([
  ['产出指标(50分)', 'output', undefined, '50', '50'],
  ['项目完成指标', 'output', undefined, undefined, undefined],
  ['项目效益指标', 'benefit', undefined, undefined, undefined],
  ['效果指标', 'benefit', undefined, undefined, undefined],
  ['实施效果指标', undefined, undefined, undefined, undefined],
  ['成本指标(0-20)分', 'cost', 'outputCost', '0', '20'],
  ['满意度指标(10分)', 'satisfaction', 'serviceSatisfaction', '10', '10'],
  ['产出指标40分 数量指标15分', 'output', 'quantity', '15', '15'],
  ['数量指标 15 分', undefined, 'quantity', '15', '15'],
  ['产出指标(50)', 'output', undefined, '50', '50'],
  ['经济成本指标', undefined, 'economicCost', undefined, undefined],
  ['环境效益指标', 'benefit', 'ecological', undefined, undefined],
  ['年度绩效目标1(40分)', undefined, undefined, '40', '40'],
])('level %j', (printed, level1, level2, from, to) => {
  expect(readLevel1(printed)).toBe(level1)
  expect(readLevel2(printed)).toBe(level2)
  expect([readLevelWeight(printed)?.from, readLevelWeight(printed)?.to]).toEqual([from, to])
})

test('fund labels: what is part of what', () => {
  const labels = readFundLabels(['年度资金总额', '其中:财政拨款', '中央资金', '省级资金', '其他资金'])
  expect(labels.map(({ depth }) => depth)).toEqual([0, 1, 2, 2, 1])
  expect(partsOf(labels, 0)).toEqual([1, 4])
  expect(partsOf(labels, 1)).toEqual([2, 3])
})

describe('readValue', () => {
  test.each([
    ['≥95%', { operator: 'ge', value: '95', unit: '%' }],
    ['18—54周岁', { operator: 'range', value: '18', upper: '54', unit: '周岁' }],
    ['2023年12月底前', { operator: 'date', value: '2023-12-31', unit: '' }],
    ['是', { operator: 'yesno', value: '是', unit: '' }],
    ['显著提升', { text: '显著提升' }],
    ['.32', { text: '.32' }],
    [null, { text: '' }],
  ])('%j', (cell, shown) => expect(readValue(cell)).toEqual(shown))

  test('what was reached is itself, not a bound', () => {
    expect(readActual('12公里', 2023).shown).toEqual({ operator: 'eq', value: '12', unit: '公里' })
    expect(readActual('≥12公里', 2023).shown).toEqual({ operator: 'ge', value: '12', unit: '公里' })
  })
})

describe('compareValues', () => {
  const compare = (target: string | null, actual: string | null, name = '指标', level2 = '数量指标') =>
    compareValues(readTarget(target, { name, level2, year: 2023 }), readActual(actual, 2023), {
      name,
      level2,
    })

  test.each([
    ['≥2.6亿元', '24500万元', '2.6', '2.45'],
    ['≥200万', '195.5万元', '200', '195.5'],
    ['≥12公里', '11500米', '12', '11.5'],
    ['≥1公顷', '15亩', '1', '1'],
    ['≥150亩', '10公顷', '150', '150'],
    ['≤202.6万元', '132.9', '202.6', '132.9'],
    ['100', '98%', '100', '98'],
    ['≥95%', '0.98', '95', '98'],
    ['≥530元/人*月', '583元/人·月', '530', '583'],
    ['≥10台套', '12台', '10', '12'],
    ['≥20人', '25名', '20', '25'],
  ])('%j beside %j', (target, actual, one, other) => {
    const found = compare(target, actual)
    expect(found.is === 'numbers' && [found.target.toFixed(), found.actual.toFixed()]).toEqual([one, other])
  })

  test.each([
    ['≥20人', '25户', '单位不同'],
    ['≥20人', '25人次', '单位不同'],
    ['≥30元', '25元/人', '单位不同'],
    ['≤30万元', '完成', '不是一个数'],
    ['合规', '合规', '文字'],
    ['', '5', '没有指标值'],
    [null, '5', '看不到指标值'],
    ['≥5', '/', '没有实际完成值'],
    ['2023年底', '按期完成', '读不出哪一天'],
  ])('%j beside %j cannot be compared', (target, actual, why) => {
    const found = compare(target, actual)
    expect(found.is === 'nothing' && found.why).toContain(why)
  })
})

describe('readTableJson', () => {
  test('null stays null, blank stays blank, a missing field cannot be seen', () => {
    const { indicators, isComplete } = readTableJson({
      indicators: [{ name: '甲', target_text: null, actual_text: '' }],
    })
    expect(indicators[0]).toMatchObject({ name: '甲', target: null, actual: '', weight: null })
    expect(isComplete).toBe(false)
  })

  test.each([
    [[], '文件'],
    ['text', '文件'],
    [null, '文件'],
    [{ some: 'thing' }, '没有绩效表'],
    [{ indicators: {} }, 'indicators'],
    [{ indicators: ['row'] }, 'indicators/0'],
    [{ indicators: [{ name: { a: 1 } }] }, 'indicators/0/name'],
    [{ funds: [{}, 5] }, 'funds/1'],
    [{ project: [] }, 'project'],
    [{ indicators: Array.from({ length: 2001 }, () => ({})) }, '2001 行'],
  ])('%j is refused by its path', (raw, path) => {
    expect(() => readTableJson(raw)).toThrow(path)
  })

  test.each([
    ['项目支出绩效自评表(2022年度)', 2022],
    ['2024年市级福彩项目绩效目标表(肇财社〔2023〕116号)', 2024],
    ['关于上报2023年护理费自评的报告(临市退军发[2024]6号)', 2023],
    ['绩效自评表', null],
  ])('the year in %j', (title, year) => expect(yearIn(title)).toBe(year))
})
