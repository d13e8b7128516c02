import { expect, test } from 'vitest'
import type { FieldDefinition } from '../../../domain/forms/form.ts'
import { clearBlock, pasteBlock, readBlock } from './blocks.ts'

const COLUMNS: readonly FieldDefinition[] = [
  { id: 'name', label: '名称', type: 'text' },
  { id: 'planned_fen', label: '计划', type: 'money' },
  { id: 'computed_x100', label: '得分', type: 'integer', readonly: true },
]
const ROWS = [{ name: '甲', planned_fen: '1000000', computed_x100: 100 }]
const paste = (texts: string[][], more: object = {}) =>
  pasteBlock({
    rows: ROWS,
    columns: COLUMNS,
    at: { row: 0, column: 0 },
    texts,
    canAdd: true,
    maximum: 3,
    newRow: () => ({ id: 'new' }),
    ...more,
  })

test('rows are added below as needed, with what a new row begins with', () => {
  const { rows, height } = paste([
    ['乙', '2'],
    ['丙', '3.5'],
  ])
  expect(height).toBe(2)
  expect(rows).toEqual([
    { name: '乙', planned_fen: '2000000', computed_x100: 100 },
    { id: 'new', name: '丙', planned_fen: '3500000' },
  ])
})

test('no more rows than the form allows', () => {
  expect(paste([['a'], ['b'], ['c'], ['d']]).rows).toHaveLength(3)
})

test('rows the system made are filled, never added', () => {
  expect(paste([['a'], ['b']], { canAdd: false }).rows).toHaveLength(1)
})

test('a text that does not fit its column keeps the old value and is counted', () => {
  const { rows, refused } = paste([['乙', '很多']])
  expect(refused).toEqual([
    { row: 0, column: 'planned_fen', text: '很多', message: '请按万元填写数字，最多六位小数。' },
  ])
  expect(rows[0]).toMatchObject({ name: '乙', planned_fen: '1000000' })
})

test('what the system fills in is passed over by pasting and by clearing', () => {
  const { rows, refused } = paste([['乙', '2', '99']])
  expect(refused).toEqual([])
  expect(rows[0]?.['computed_x100']).toBe(100)
  const block = { top: 0, left: 0, bottom: 0, right: 2 }
  expect(clearBlock(ROWS, COLUMNS, block)).toEqual([{ name: null, planned_fen: null, computed_x100: 100 }])
})

test('a block is copied as people read it', () => {
  const block = { top: 0, left: 0, bottom: 0, right: 2 }
  expect(readBlock(ROWS, COLUMNS, block, {})).toEqual([['甲', '1.00', '1']])
})
