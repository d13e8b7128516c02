import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { listOfficeTargets, targetsModule } from '../targets/index.ts'
import { type PersonName, useWorld } from '../testing/world.ts'
import { exportExpertRegister, exportOfficeTargets, exportRounds, exportRubrics } from './index.ts'

const world = useWorld('2022-10-10')
const PLACE = { jurisdiction: '640221', year: 2023 }

async function cellsOf(by: PersonName, useCase: object, input: object): Promise<string[][]> {
  const { bytes_base64 } = await world.as<{ bytes_base64: string }>(by, useCase, input)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes_base64, 'base64') as never)
  const rows: string[][] = []
  book.worksheets[0]?.eachRow((row) => {
    rows.push((row.values as unknown[]).slice(1).map((value) => String(value ?? '')))
  })
  return rows
}

test('the workbook of a list says what its page says, amounts in 万元', async () => {
  const begin = targetsModule.begins.find(({ recordKind }) => recordKind.kind === 'targets.policy')
  for (const _ of [1, 2]) await world.as('department', begin as object, { fiscalYear: 2023 })
  const { items } = await world.as<{ items: { organisationName: string; stateTitle: string }[] }>(
    'finance_leader',
    listOfficeTargets,
    PLACE,
  )
  const cells = await cellsOf('finance_leader', exportOfficeTargets, PLACE)
  expect(cells[0]?.[0]).toBe('部门整体和政策绩效目标')
  expect(cells.some(([first]) => first?.includes('万元'))).toBe(true)
  const head = cells.findIndex(([first]) => first === '部门')
  expect(cells[head]).toEqual(['部门', '表名', '政策名称', '金额', '所处环节', '办理期限'])
  expect(cells.slice(head + 1).map((row) => [row[0], row[4]])).toEqual(
    items.map(({ organisationName, stateTitle }) => [organisationName, stateTitle]),
  )
  expect(items).toHaveLength(2)
})

test.each<[name: string, by: PersonName, useCase: object, input: object, head: string]>([
  ['专家库', 'finance_performance', exportExpertRegister, { jurisdiction: '640221' }, '姓名'],
  ['预算编报轮次', 'unit', exportRounds, PLACE, '轮次'],
  ['评分指标体系各版本', 'finance_leader', exportRubrics, {}, '适用对象'],
])('%s is exported with its headings', async (name, by, useCase, input, head) => {
  const cells = await cellsOf(by, useCase, input)
  expect(cells[0]?.[0]).toBe(name)
  expect(cells.some((row) => row.includes(head))).toBe(true)
})

test.each<[by: PersonName, useCase: object, input: object]>([
  ['unit', exportExpertRegister, {}],
  ['agency', exportRubrics, {}],
  ['outsider', exportRubrics, { jurisdiction: '640221' }],
  ['outsider', exportExpertRegister, { jurisdiction: '640221' }],
])('whoever may not see the list may not export it: %s', async (by, useCase, input) => {
  await expect(world.as(by, useCase, input)).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
})
