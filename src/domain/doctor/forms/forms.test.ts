import { describe, expect, test } from 'vitest'
import type { TargetsSheetContent, TargetsSheetIndicatorsRow } from '../../forms/contents.ts'
import { DOCTOR_CHECKS, examineTable } from '../index.ts'
import { RULES } from '../testing.ts'
import { checkTargetsDraft } from './check-targets-draft.ts'
import { LIVE_ON_TARGETS, SILENT_ON_TARGETS } from './live-checks.ts'
import { tableOfSelfEvaluation } from './table-of-self-evaluation.ts'
import { tableOfTargets } from './table-of-targets.ts'

const AROUND = { year: 2023, projectName: '通村道路硬化项目' }
const ROADS: TargetsSheetIndicatorsRow = {
  level1: 'output',
  level2: 'quantity',
  name: '硬化道路里程',
  kind: 'quant',
  operator: 'ge',
  value: '12.5',
  unit: '公里',
  weight_x100: 2000,
}
const said = (...indicators: TargetsSheetIndicatorsRow[]) =>
  checkTargetsDraft({ total_fen: '500000000', indicators }, AROUND, RULES).map(
    ({ ruleId, where: { field, row, column } }) => [ruleId, field, row, column],
  )

describe('the lists of live and silent checks', () => {
  test('each check of the doctor stands in exactly one of them', () => {
    const listed = [...LIVE_ON_TARGETS, ...Object.keys(SILENT_ON_TARGETS)].sort()
    expect(listed).toEqual(DOCTOR_CHECKS.map(({ header }) => header.id).sort())
  })

  test('no live check is an error: what the server does not enforce must not look like a gate', () => {
    const live = DOCTOR_CHECKS.filter(({ header }) => LIVE_ON_TARGETS.includes(header.id))
    expect(live.filter(({ header }) => header.severity === 'error')).toEqual([])
  })
})

describe('a target sheet as a table', () => {
  test.each<[Partial<TargetsSheetIndicatorsRow>, string]>([
    [{}, '≥12.5公里'],
    [{ operator: 'range', value: '10', upper: '12' }, '10-12公里'],
    [{ operator: null }, '12.5公里'],
    [{ value: null, valueText: '十二公里' }, '十二公里'],
    [{ value: null, operator: null, unit: null }, ''],
    [{ kind: 'date', dateValue: '2023-11-30' }, '2023年11月30日'],
    [{ kind: 'date', dateValue: '2023-11-31', valueText: '11月底' }, '11月底'],
    [{ kind: 'qual', valueText: '显著改善' }, '显著改善'],
  ])('%o prints %s', (change, printed) => {
    const content: TargetsSheetContent = { indicators: [{ ...ROADS, ...change }] }
    expect(tableOfTargets(content, AROUND).indicators[0]?.target).toBe(printed)
  })

  test('what is not on the sheet yet cannot be seen; what is blank can', () => {
    const { indicators, funds } = tableOfTargets({ total_fen: '500000000', indicators: [{}] }, AROUND)
    expect(indicators[0]).toMatchObject({ name: '', target: '', weight: '', actual: null, score: null })
    expect(funds.map(({ initial, executed }) => [initial, executed])).toEqual([
      ['500.00', null],
      ['', null],
      ['', null],
    ])
  })
})

describe('the doctor on a draft', () => {
  test('a sound indicator gets no word, a row only begun neither', () => {
    expect(said(ROADS)).toEqual([])
    expect(said(ROADS, {}, { level1: 'output', weight_x100: 1000 })).toEqual([])
  })

  test.each<[string, string, TargetsSheetIndicatorsRow, string]>([
    ['words for a quantity', 'CHK-NOT-QUANTIFIED', { kind: 'qual', valueText: '按计划实施' }, 'valueText'],
    ['the wrong way round', 'CHK-DIRECTION', { operator: 'le' }, 'value'],
    ['a value as name', 'CHK-VALUE-IN-NAME', { name: '12公里' }, 'name'],
    [
      'a template left as it is',
      'CHK-PLACEHOLDER',
      { value: null, kind: 'qual', valueText: '≥**' },
      'valueText',
    ],
    ['satisfaction as an output', 'CHK-WRONG-LEVEL', { name: '群众满意度', value: '90', unit: '%' }, 'name'],
  ])('%s: %s at its column', (_what, code, change, column) => {
    const blank: TargetsSheetIndicatorsRow = {}
    expect(said(blank, { ...ROADS, ...change })).toContainEqual([code, 'indicators', 1, column])
  })

  test('a second level under the wrong first one, or a name twice, is left to TGT-104 and TGT-106', () => {
    expect(said({ ...ROADS, level1: 'benefit' })).toEqual([])
    expect(said(ROADS, { ...ROADS })).toEqual([])
    const figure = { ...ROADS, name: '改善出行里程', value: '12.57' }
    expect(said({ ...ROADS, value: '12.57' }, figure).map(([code]) => code)).toEqual(['CHK-DUPLICATE'])
  })

  test('costs above the budget of the year', () => {
    const cost = {
      ...ROADS,
      level2: 'outputCost',
      name: '项目总成本',
      operator: 'le',
      value: '600',
      unit: '万元',
    } as const
    expect(said(ROADS, cost).map(([code]) => code)).toContain('CHK-COST-VS-BUDGET')
  })
})

test('a self-evaluation keeps its scores and adds up its money', () => {
  const row = { level1: '产出指标', level2: '数量指标', name: '户数', targetText: '≥50户', weight_x100: 2000 }
  const table = tableOfSelfEvaluation(
    {
      funds: [
        { fund: 'fiscal', adjusted_fen: '400000000', executed_fen: '338500000' },
        { fund: 'other', adjusted_fen: '100000000', executed_fen: '100000000' },
      ],
      executionScore_x100: 877,
      scores: [{ ...row, actual: '45', score_x100: 2000 }],
      totalScore_x100: 2877,
      grade: 'poor',
    },
    { ...AROUND, executionWeight: '10' },
  )
  const { rows, execution, total } = examineTable(table, RULES)
  expect(rows[0]).toMatchObject({ printedScore: '20.00', computedScore: '18.00' })
  expect(rows[0]?.actual).toMatchObject({ value: '45', unit: '户' })
  expect(execution).toMatchObject({ computedRate: '87.70', printedScore: '8.77', computedScore: '8.77' })
  expect(total).toMatchObject({ printed: '28.77', computed: '26.77' })
})
