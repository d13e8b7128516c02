import { expect, test } from 'vitest'
import { parseTsv, toTsv } from './tsv.ts'

test.each<[string, string, string[][]]>([
  [
    'two rows with the last line break of a spreadsheet',
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['empty cells', 'a\t\tb', [['a', '', 'b']]],
  ['a cell with a line break', '"一\n二"\tb', [['一\n二', 'b']]],
  ['doubled quotes', '"他说""好"""\tb', [['他说"好"', 'b']]],
  ['a quote that is only an inch', '3" 管\tb', [['3" 管', 'b']]],
  ['a quote that opens nothing', '"未完\tb', [['"未完', 'b']]],
  ['one cell', 'a', [['a']]],
])('reads %s', (_why, text, rows) => {
  expect(parseTsv(text)).toEqual(rows)
})

test('what is copied is pasted again unchanged', () => {
  const rows = [
    ['一', '二\n三', 'a"b'],
    ['', 'x\ty', '"q"'],
  ]
  expect(parseTsv(toTsv(rows))).toEqual(rows)
})
