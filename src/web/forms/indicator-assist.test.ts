import { describe, expect, test } from 'vitest'
import type { ContentRow } from '../../domain/forms/form.ts'
import { makeIndicator, SAMPLE } from '../../domain/indicators/sample-library.fixture.ts'
import type { Library } from '../shapes-rules.ts'
import { makeIndicatorAssist } from './indicator-assist.ts'

const state = { setBy: null, approvedOn: null, isBehind: false, cited: '《办法》', usage: 0 }
const LIBRARY: Library = {
  jurisdiction: '640221',
  sectors: SAMPLE.sectors,
  items: [
    ...SAMPLE.indicators.map((one) => ({ ...one, ...state, status: 'active' as const })),
    { ...makeIndicator({ id: 'OLD-001', name: '旧水质达标率' }), ...state, status: 'retired' as const },
  ],
}
const assist = makeIndicatorAssist('indicators', LIBRARY, ['示例县水务局', '河道治理'])
const find = (row: ContentRow, typed: string, rows: readonly ContentRow[] = []) =>
  assist.find(row, typed, rows)

describe('what is offered while a name is typed', () => {
  test('the department’s own sector first, and why', () => {
    const [first] = find({}, '达标')
    expect(first).toMatchObject({
      id: 'WAT-001',
      title: '供水水质达标率',
      detail: '质量指标 · ≥ % · 如 ≥95%',
    })
    expect(first?.why).toBe('名称含“达标”；同一行业：水利')
  })

  test('not what is retired, nor what the row has already', () => {
    expect(find({}, '水质达标').map(({ id }) => id)).toEqual(['WAT-001'])
    expect(find({ libraryId: 'WAT-001' }, '供水水质达标率')).toEqual([])
  })
})

describe('what taking one fills', () => {
  test('everything but value, weight and owner', () => {
    const row = { name: '水质', value: '92', weight_x100: 1000, owner: '张三', scoringRule: 'passLine' }
    const [first] = find(row, '水质')
    expect({ ...row, ...first?.fill }).toEqual({
      ...row,
      level1: 'output',
      level2: 'quality',
      name: '供水水质达标率',
      kind: 'quant',
      operator: 'ge',
      unit: '%',
      accumulation: 'point',
      explanation: expect.stringContaining('公式：合格数 ÷ 总数'),
      basis: 'workPlan',
      obtaining: 'directProof',
      source: '部门业务记录',
      evidence: '验收单',
      evidenceClass: 'working',
      frequency: 'year',
      libraryId: 'WAT-001',
    })
  })

  test.each([
    [{}, [], 'cost', 'economicCost'],
    [{ level1: 'output', level2: 'outputCost' }, [], 'output', 'outputCost'],
    [{}, [{ level2: 'outputCost' }], 'output', 'outputCost'],
    [{ level1: 'cost', level2: 'economicCost' }, [{ level2: 'outputCost' }], 'cost', 'economicCost'],
  ] as [ContentRow, ContentRow[], string, string][])(
    'cost goes where the sheet counts it: %j among %j',
    (row, rows, level1, level2) => {
      const cost = find(row, '项目总成本', rows).find(({ id }) => id === 'COM-002')
      expect(cost?.fill).toMatchObject({ level1, level2 })
    },
  )
})

test.each([
  ['供水水质达标率', {}, 'the name itself'],
  ['农村供水水质达标比例', {}, 'a variant of it'],
  ['培训人次', { libraryId: null }, 'something else'],
])('written by hand as %s (%s: %j)', (typed: string, expected: object, _why: string) => {
  expect(assist.retyped({ libraryId: 'WAT-001' }, typed)).toEqual(expected)
})
