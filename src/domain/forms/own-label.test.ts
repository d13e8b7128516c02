import { expect, test } from 'vitest'
import { labelContent } from '../documents/label-content.ts'
import { shownColumns } from '../offline/open-fields.ts'
import { planSheet } from '../offline/plan-sheet.ts'
import { formatCell } from './cell-text.ts'
import type { FieldDefinition, FormDefinition } from './form.ts'
import { isLabelColumn, withOwnLabel } from './own-label.ts'

const NAME: FieldDefinition = { id: 'name', label: '名称', type: 'text' }
const CODE: FieldDefinition = {
  id: 'code',
  label: '维度',
  type: 'choice',
  labelledBy: 'name',
  options: [{ value: 'NEC', label: '立项必要性' }],
}

test.each([
  [{ code: 'NEC', name: '申报必要性' }, '申报必要性'],
  [{ code: 'NEC', name: '' }, '立项必要性'],
  [{ code: 'NEC' }, '立项必要性'],
  [{ name: '申报必要性' }, ''],
])('%j reads %s', (row: Record<string, string>, expected) => {
  expect(formatCell(withOwnLabel(CODE, row), row['code'])).toBe(expected)
})

test('a column without words of its own is left as it is, and only the carrier is hidden', () => {
  expect(withOwnLabel(NAME, { name: '甲' })).toBe(NAME)
  expect([CODE, NAME].filter((column) => isLabelColumn(column, [CODE, NAME]))).toEqual([NAME])
})

const ROWS: FieldDefinition = { id: 'scores', label: '评分', type: 'rows', columns: [CODE, NAME] }
const FORM: FormDefinition = {
  id: 'test/labels',
  title: '评分表',
  source: { id: 'jiheng-default' },
  sections: [{ id: 'scores', title: '评分', fields: [ROWS] }],
}
const ROW = { code: 'NEC', name: '申报必要性' }

test('documents and workbooks read the words of the row and show no second column', () => {
  expect(labelContent(FORM, { scores: [ROW, { code: 'NEC' }] }, () => undefined)).toEqual({
    scores: [{ code: '申报必要性', name: '申报必要性' }, { code: '立项必要性' }],
  })
  expect(shownColumns(ROWS)).toEqual([CODE])
  const input = { form: FORM, content: { scores: [ROW] }, names: {}, openSections: [], facts: [], note: '' }
  const values = planSheet(input).cells.map(({ value }) => value)
  expect(values).toContain('申报必要性')
  expect(values).not.toContain('立项必要性')
  expect(values).not.toContain('名称')
})
