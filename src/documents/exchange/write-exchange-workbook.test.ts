import { readXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { readSheetRows } from '../../domain/exchange/text-formats.ts'
import type { ExchangeProfile, ExchangeTable } from '../../domain/exchange/profile.ts'
import { writeExchangeWorkbook } from './write-exchange-workbook.ts'

const column = (name: string, title: string) => ({
  ...{ column: name, title, field: name.toLowerCase(), transform: 'text' },
  ...{ max: 99_999, direction: 'both' as const, isConfirmed: false },
})
const TABLE: ExchangeTable = {
  ...{ table: 'X_TEST', title: '测试', entity: 'test', key: ['id'], direction: 'both' },
  columns: [column('ID', '主键'), column('TEXT', '文字')],
}
const PROFILE = {
  profile: 'test',
  version: 1,
  source: { id: 's' },
  codes: {},
  tables: [TABLE],
} satisfies ExchangeProfile

test.each([
  ['rare characters in a long text', '𬇙'.repeat(12_000)],
  ['the same one place further', `一${'𬇙'.repeat(12_000)}`],
  ['a text that begins with a tab', '\t缩进'],
  ['the look of a formula', '=1+1'],
  ['the look of an escape', '_x000D_'],
  ['leading zeros', '000123'],
  ['a line break', '一\n二'],
])('%s comes back as it was', async (_what, text) => {
  const rows = [['1', text]]
  const bytes = await writeExchangeWorkbook([{ table: TABLE, rows }], 'test 1')
  const { sheets } = await readXlsx(new Uint8Array(bytes))
  const cells = (sheets[0]?.rows ?? []).map((row) => row.map((cell) => String(cell ?? '')))
  expect(cells[0]).toEqual(['主键', '文字'])
  expect(readSheetRows(PROFILE, cells)?.rows).toEqual(rows)
  expect(await writeExchangeWorkbook([{ table: TABLE, rows }], 'test 1')).toEqual(bytes)
})
