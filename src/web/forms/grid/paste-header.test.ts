import { expect, test } from 'vitest'
import { loadForms } from '../../../rules/load-forms.ts'
import type { FieldDefinition, FormDefinition } from '../../../domain/forms/form.ts'
import { pasteBlock } from './blocks.ts'
import { editColumns } from './columns.ts'
import { readHeader, unfoldOf } from './paste-header.ts'

const form = loadForms('rules').find(({ id }) => id === 'targets/sheet') as FormDefinition
const field = form.sections
  .flatMap(({ fields }) => fields)
  .find(({ id }) => id === 'indicators') as FieldDefinition
const columns = editColumns(field)
const named = (line: readonly string[]) =>
  readHeader(line, field, columns)?.targets.map((at) => columns[at]?.id ?? null)

test.each<[string, string[], (string | null)[]]>([
  [
    'the labels of the form, in another order',
    ['权重（分）', '三级指标', '一级指标'],
    ['weight_x100', 'name', 'level1'],
  ],
  [
    'the headings of published tables',
    ['一级指标', '二级指标', '指标名称', '年度指标值', '计量单位', '分值'],
    ['level1', 'level2', 'name', 'value', 'unit', 'weight_x100'],
  ],
  ['a column of their own', ['三级指标', '指标值', '备注'], ['name', 'value', null]],
])('%s', (_what, line, expected) => expect(named(line)).toEqual(expected))

test.each([
  [['产出指标', '数量指标', '新建示范基地']],
  [['50']],
  [[]],
  [['三级指标', '甲', '乙', '丙', '丁']],
])('data is no heading: %j', (line) => expect(readHeader(line, field, columns)).toBeUndefined())

test('a printed value becomes sign, number and unit; a level merged over rows holds for each', () => {
  const lines = [
    ['一级指标', '二级指标', '指标名称', '指标值', '分值'],
    ['产出指标', '数量指标', '新建基地', '≧50个', '20'],
    ['产出指标', '时效指标', '完工时间', '2023年12月底前', '10'],
    ['效益指标', '社会效益', '农户增收', '显著', '很多'],
  ]
  const { rows, refused } = pasteBlock({
    rows: [],
    columns,
    at: { row: 0, column: 0 },
    texts: lines.slice(1),
    canAdd: true,
    maximum: 200,
    newRow: () => ({}),
    targets: readHeader(lines[0], field, columns)?.targets,
    unfold: unfoldOf(field),
  })
  expect(rows).toMatchObject([
    {
      level1: 'output',
      level2: 'quantity',
      kind: 'quant',
      operator: 'ge',
      value: '50',
      unit: '个',
      weight_x100: 2000,
    },
    { level2: 'timeliness', kind: 'date', dateValue: '2023-12-31', weight_x100: 1000 },
    { level2: 'social', kind: 'qual', valueText: '显著' },
  ])
  expect(refused).toEqual([
    { row: 2, column: 'weight_x100', text: '很多', message: '请填写数字，最多两位小数。' },
  ])
})
