import { describe, expect, test } from 'vitest'
import type { TargetsSheetIndicatorsRow } from '../../forms/contents.ts'
import { toDecimal } from '../../shared/fraction.ts'
import { outputPlanOf } from '../compute/output-plan.ts'
import * as checks from './index.ts'

type Row = TargetsSheetIndicatorsRow
const ROAD: Row = {
  name: '硬化道路',
  kind: 'quant',
  operator: 'ge',
  value: '12.5',
  unit: '公里',
  accumulation: 'cumulative',
}
const plan = (firstQuarter: string, secondQuarter: string, thirdQuarter: string, fourthQuarter: string) => ({
  ...{ firstQuarter, secondQuarter, thirdQuarter, fourthQuarter },
})

describe('TGT-152 分季产出计划', () => {
  test.each<[why: string, row: Row, said: string]>([
    ['no plan at all', {}, ''],
    ['adds up', plan('0', '2.5', '6', '4'), ''],
    ['one tenth short', plan('0', '2.5', '6', '3.9'), '合计 12.4公里，应等于年度指标值 12.5公里'],
    ['exact, not by floating point', { value: '0.3', ...plan('0.1', '0.2', '0', '0') }, ''],
    ['a quarter missing', { firstQuarter: '6', secondQuarter: '6.5' }, '没有填全'],
    ['a rate', { accumulation: 'point', ...plan('1', '1', '1', '9.5') }, '不是逐季累计'],
    ['less is better', { operator: 'le', ...plan('1', '1', '1', '9.5') }, '不是逐季累计'],
    ['words', { kind: 'qual', ...plan('1', '1', '1', '9.5') }, '不是逐季累计'],
    ['no annual value yet: TGT-104 asks for it', { value: null, ...plan('1', '1', '1', '1') }, ''],
  ])('%s', (_why, change, said) => {
    const messages = checks.checkOutputPlan({ indicators: [{ ...ROAD, ...change }] }).map((f) => f.message)
    expect(messages.join('')).toContain(said)
    expect(messages).toHaveLength(said === '' ? 0 : 1)
  })

  test('the plan monitoring reads is exact, and only there when complete', () => {
    expect(outputPlanOf(plan('0.1', '0.2', '0', '1'))?.map((q) => toDecimal(q).toFixed())).toEqual([
      '0.1',
      '0.2',
      '0',
      '1',
    ])
    expect(outputPlanOf({ firstQuarter: '1' })).toBeUndefined()
    expect(outputPlanOf(undefined)).toBeUndefined()
  })
})

describe('TGT-153 实施期指标值', () => {
  const TWO_YEARS = { periodStart: '2023-01-01', periodEnd: '2024-12-31' }
  test.each<[why: string, row: Row, around: object, said: string]>([
    ['one year, blank', {}, { periodStart: '2023-01-01', periodEnd: '2023-12-31' }, ''],
    ['two years, blank', {}, TWO_YEARS, 'warning'],
    ['two years, in words', { periodText: '两年25公里' }, TWO_YEARS, ''],
    ['the year equals the period', { periodValue: '12.5' }, TWO_YEARS, ''],
    ['the year exceeds the period', { periodValue: '12.4' }, TWO_YEARS, 'error'],
    ['a rate may fall', { accumulation: 'point', periodValue: '10' }, TWO_YEARS, ''],
    ['a cost may be lower in the end', { operator: 'le', periodValue: '10' }, TWO_YEARS, ''],
  ])('%s', (_why, change, around, said) => {
    const found = checks.checkPeriodValues({ ...around, indicators: [{ ...ROAD, ...change }] })
    expect(found.map(({ severity }) => severity).join()).toBe(said)
  })
})

describe('TGT-151 指标责任人', () => {
  const HERE = new Set(['a', 'b'])
  test.each<[why: string, owner: string | null, rows: (string | null)[], columns: (string | undefined)[]]>([
    ['the sheet has one', 'a', [null, null], []],
    ['nobody at all', null, [null], [undefined]],
    ['each row its own', null, ['a', 'b'], []],
    ['one row left alone', null, ['a', null], [undefined]],
    ['the shared one has left', 'x', [null], [undefined]],
    ['the shared one has left, but answers for nothing', 'x', ['a'], []],
    ['a row names one who left', 'a', ['b', 'x'], ['owner']],
    ['a row names one in words', 'a', ['张三'], ['owner']],
    ['no rows yet', null, [], [undefined]],
  ])('%s', (_why, indicatorOwner, owners, columns) => {
    const indicators = owners.map((owner) => ({ ...ROAD, owner }))
    const found = checks.checkOwners({ indicatorOwner, indicators }, HERE)
    expect(found.map(({ where }) => where.column)).toEqual(columns)
  })
})
