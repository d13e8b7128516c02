import { expect, test } from 'vitest'
import type { TableCell } from './block.ts'
import { cell, columns, mergeDown, row, table } from './make-block.ts'
import { tableGrid } from './table-grid.ts'

type Cells = readonly (TableCell | string)[]

function gridOf(...rows: readonly Cells[]) {
  const block = table({
    columns: columns(1, 1, 1),
    headerRows: 0,
    size: 'small',
    rows: rows.map((cells) => row(...cells)),
  })
  return tableGrid(block).map((places) =>
    places.map(({ cell: { text }, isOrigin }) => (isOrigin ? text : `(${text})`)),
  )
}

test('spans cover the places to the right and below', () => {
  expect(gridOf([cell('甲', { rowSpan: 2 }), cell('乙', { colSpan: 2 })], ['丙', '丁'])).toEqual([
    ['甲', '乙', '(乙)'],
    ['(甲)', '丙', '丁'],
  ])
})

test.each([
  ['第1行第3列没有单元格', [['甲', '乙']]],
  ['第1行第4列横向超出表格', [['甲', '乙', '丙', '丁']]],
  ['第1行第1列纵向合并超出表格', [[cell('甲', { rowSpan: 2 }), '乙', '丙']]],
  [
    '第2行第1列单元格重叠',
    [
      ['甲', cell('乙', { rowSpan: 2 }), '丙'],
      [cell('丁', { colSpan: 2 }), '戊'],
    ],
  ],
] as const)('a fault of the builder is named: %s', (message, rows) => {
  expect(() => gridOf(...rows)).toThrow(message)
})

test('equal neighbours are merged once, equal texts further down are not', () => {
  expect(mergeDown(['甲', '甲', '乙', '甲'])).toEqual([2, undefined, 1, 1])
  expect(mergeDown([])).toEqual([])
})
