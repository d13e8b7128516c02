import { expect, test } from 'vitest'
import { cell, columns, row, table } from '../../domain/documents/make-block.ts'
import { cutSpans } from './cut-spans.ts'

const block = table({
  columns: columns(1, 1, 1),
  headerRows: 0,
  size: 'small',
  rows: [
    row(cell('甲', { rowSpan: 4 }), cell('乙', { rowSpan: 2 }), '一'),
    row('二'),
    row(cell('丙', { rowSpan: 2, colSpan: 2 })),
    row(),
  ],
})

const shown = (rowPages: readonly number[]) =>
  cutSpans(block, rowPages).rows.map((one) => one.cells.map(({ text, rowSpan }) => `${text}${rowSpan}`))

test('on one page nothing is cut', () => {
  expect(shown([1, 1, 1, 1])).toEqual([['甲4', '乙2', '一1'], ['二1'], ['丙2'], []])
})

test('a span is cut where a page begins and continues blank', () => {
  expect(shown([1, 2, 2, 2])).toEqual([['甲1', '乙1', '一1'], ['3', '1', '二1'], ['丙2'], []])
  expect(shown([1, 1, 1, 2])).toEqual([['甲3', '乙2', '一1'], ['二1'], ['丙1'], ['1', '1']])
  expect(shown([1, 2, 3, 4])).toEqual([
    ['甲1', '乙1', '一1'],
    ['1', '1', '二1'],
    ['1', '丙1'],
    ['1', '1'],
  ])
})
