import { expect, test } from 'vitest'
import type { ReadSheet } from '../offline/workbook.ts'
import { readRubricTable, RUBRIC_HEADS, rubricRows } from './rubric-table.ts'

const GOOD = [
  ['NEC', '申报必要性', 'NEC-1', '政策依据充分', '20'],
  ['', '', 'NEC-2', '需求明确', '２０分'],
  ['ECO', '投入经济性', 'ECO-1', '测算有据', '15'],
  ['TGT', '目标合理性', 'TGT-1', '目标明确', '15'],
  ['', '', '', '', ''],
  ['imp', '实施可行性', 'IMP-1', '条件具备', '15'],
  ['FND', '筹资合规性', 'FND-1', '来源合规', '15'],
  ['AFF', '财力匹配性', '', '', ''],
]
const sheet = (rows: readonly (readonly string[])[], name = '附件6'): ReadSheet => ({
  name,
  rows: [['某县评分指标体系'], [...RUBRIC_HEADS], ...rows],
  merges: [],
})
const changed = (row: number, column: number, text: string) =>
  GOOD.map((cells, at) => (at === row ? cells.map((cell, one) => (one === column ? text : cell)) : cells))

test('a table is read with merged codes, blank rows, full-width points', () => {
  const { dimensions, items, faults } = readRubricTable([
    { name: '说明', rows: [['x']], merges: [] },
    sheet(GOOD),
  ])
  expect(faults).toEqual([])
  expect(items).toHaveLength(6)
  expect(items[1]).toEqual({ dimension: 'NEC', itemCode: 'NEC-2', item: '需求明确', weight_x100: 2000 })
  expect(dimensions.map(({ name }) => name)).toContain('财力匹配性')
})

test.each([
  [changed(2, 0, 'XYZ'), '附件6!A5', '维度代码应为'],
  [changed(1, 1, '别的名称'), '附件6!B4', '前面写的是“申报必要性”'],
  [changed(3, 1, ''), '附件6!B6', '请写明维度TGT的名称'],
  [changed(3, 2, ''), '附件6!C6', '请填写编号'],
  [changed(3, 3, ''), '附件6!D6', '请填写评估要点'],
  [changed(3, 3, '长'.repeat(201)), '附件6!D6', '最多200个字'],
  [changed(3, 4, '十五'), '附件6!E6', '请填写大于0'],
  [changed(3, 4, '0'), '附件6!E6', '请填写大于0'],
  [changed(7, 4, '5'), '附件6!E10', '不评分'],
  [changed(3, 4, '14'), '附件6!E2', '合计99分'],
  [changed(1, 2, 'NEC-1'), '附件6!C4', '重复'],
  [changed(3, 2, 'NEC-9'), '附件6!C6', '应以所属维度的代码开头'],
])('%#: the fault is named with its cell', (rows, place, said) => {
  const { faults } = readRubricTable([sheet(rows)])
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatchObject({ place, message: expect.stringContaining(said) })
})

test('without the heads nothing is read', () => {
  const { items, faults } = readRubricTable([{ name: '表', rows: [['维度代码', '编号']], merges: [] }])
  expect(items).toEqual([])
  expect(faults).toEqual([{ place: '表!A1', message: expect.stringContaining('没有找到表头') }])
})

test('what is exported is read back the same', () => {
  const first = readRubricTable([sheet(GOOD)])
  const rows = rubricRows({ dimensions: [...first.dimensions], items: [...first.items] })
  expect(readRubricTable([{ name: '表', rows, merges: [] }])).toEqual(first)
})
