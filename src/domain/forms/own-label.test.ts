import { expect, test } from 'vitest'
import { formatCell } from './cell-text.ts'
import type { FieldDefinition } from './form.ts'
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
