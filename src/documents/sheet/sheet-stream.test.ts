import { readXlsx } from 'hucre'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { CELL_END, makeSheetStream, ROW_END } from './sheet-stream.ts'

const HEAD = {
  title: '指标/明细',
  columns: [
    { title: '名称', type: 'text' as const },
    { title: '分值', type: 'number' as const },
  ],
}
const row = (...cells: string[]) => cells.join(CELL_END)

test('rows that come in pieces make one workbook that others read: text stays text, numbers are numbers', async () => {
  const stream = makeSheetStream(HEAD)
  const file = Buffer.concat([
    stream.open(),
    stream.rows([row('=1+1', '12.50'), row('甲<乙>&丙', '')].join(ROW_END)),
    stream.rows(row('末行', '不是数')),
    stream.end(),
  ])
  await JSZip.loadAsync(file, { checkCRC32: true })
  const book = await readXlsx(file)
  expect(book.sheets[0]?.name).toBe('指标明细')
  expect(book.sheets[0]?.rows.map((cells) => cells.map((cell) => cell ?? ''))).toEqual([
    ['名称', '分值'],
    ['=1+1', 12.5],
    ['甲<乙>&丙', ''],
    ['末行', '不是数'],
  ])
})

test('a list without rows is a workbook too', async () => {
  const stream = makeSheetStream(HEAD)
  const book = await readXlsx(Buffer.concat([stream.open(), stream.end()]))
  expect(book.sheets[0]?.rows).toHaveLength(1)
})
