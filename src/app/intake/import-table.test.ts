import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { targetSheet } from '../../domain/targets/index.ts'
import { createProject } from '../projects/save-project.ts'
import { ENTRY } from '../testing/first-stages.ts'
import { useWorld } from '../testing/world.ts'
import { BEGINS, viewRecord } from '../use-cases.ts'
import { importTable, readTable, writeFaults } from './index.ts'

const world = useWorld()
const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-intake-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let recordId = ''
beforeAll(async () => {
  const { projectId } = await world.as<{ projectId: string }>('unit', createProject, {
    fiscalYear: 2023,
    content: ENTRY,
  })
  const begin = BEGINS.find(({ recordKind }) => recordKind === targetSheet)
  recordId = (await world.as<{ recordId: string }>('unit', begin as object, { projectId })).recordId
}, 60_000)

/** The official layout with merged level cells, as offices keep it. */
async function workbook(
  name: string,
  indicators: readonly (readonly string[])[],
  total = '936',
): Promise<string> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('申报表')
  sheet.addRow(['项目支出绩效目标申报表'])
  sheet.addRow(['项目名称', '示例技术推广项目'])
  sheet.addRow(['项目资金(万元)', '年度资金总额:', total])
  sheet.addRow(['', '其中：财政拨款', '936'])
  sheet.addRow(['', '其他资金', '0'])
  sheet.addRow(['年度目标', '新增高新技术企业 15 家'])
  sheet.addRow(['一级指标', '二级指标', '三级指标', '指标值', '分值'])
  for (const row of indicators) sheet.addRow([...row])
  sheet.mergeCells('A8:A9')
  const file = path.join(folder, name)
  writeFileSync(file, new Uint8Array(await book.xlsx.writeBuffer()))
  return file
}

const GOOD = [
  ['产出指标', '数量指标', '新增企业', '≥15家', '50'],
  ['产出指标', '质量指标', '标准达标率', '100%', ''],
  ['效益指标', '社会效益指标', '企业竞争力', '增强', '30'],
  ['满意度指标', '服务对象满意度指标', '企业满意度', '不低于90%', '10'],
]

const versionNow = async () =>
  await world.as<{ record: { version: number }; content: Record<string, unknown> }>('unit', viewRecord, {
    recordId,
  })

describe('导入绩效目标申报表', () => {
  test('a workbook in the official layout fills the draft: amounts, goal, indicators with sign, number and unit', async () => {
    const table = await readTable(await workbook('好.xlsx', GOOD), '好.xlsx')
    await world.as('unit', importTable, { recordId, version: (await versionNow()).record.version, table })
    const { content } = await versionNow()
    expect(content).toMatchObject({
      total_fen: '936000000',
      fiscal_fen: '936000000',
      annualGoal: '新增高新技术企业 15 家',
    })
    expect(content['indicators']).toMatchObject([
      {
        level1: 'output',
        level2: 'quantity',
        name: '新增企业',
        operator: 'ge',
        value: '15',
        unit: '家',
        weight_x100: 5000,
      },
      { level1: 'output', level2: 'quality', operator: 'ge', value: '100', unit: '%' },
      { level1: 'benefit', level2: 'social', kind: 'qual', valueText: '增强' },
      { level1: 'satisfaction', level2: 'serviceSatisfaction', operator: 'ge', value: '90', unit: '%' },
    ])
  })

  test('one wrong cell and nothing is stored; the workbook comes back with the fault in its cell', async () => {
    const before = await versionNow()
    const file = await workbook(
      '坏.xlsx',
      [...GOOD, ['不知道', '数量指标', '某指标', '5个', '一百']],
      '九百万',
    )
    const table = await readTable(file, '坏.xlsx')
    const refusal = await world
      .as('unit', importTable, { recordId, version: before.record.version, table })
      .catch((error) => error)
    expect(refusal.code).toBe('RULE_VIOLATED')
    const faults = refusal.details.faults as { place: string; message: string }[]
    expect(faults.map(({ place }) => place)).toEqual(['申报表!C12', '申报表!C12'])
    expect(await versionNow()).toEqual(before)
    const marked = new ExcelJS.Workbook()
    await marked.xlsx.load((await writeFaults(file, faults)) as never)
    expect(marked.getWorksheet('申报表')?.getCell('C12').note).toContain('不是 0 到 100 的数')
    expect(marked.getWorksheet('需要改正')?.rowCount).toBe(3)
  })

  test('a file that is no workbook is refused before any parser sees it', async () => {
    const file = path.join(folder, '假.xlsx')
    writeFileSync(file, 'not a zip')
    await expect(readTable(file, '假.xlsx')).rejects.toMatchObject({ code: 'FILE_REFUSED' })
    expect(readFileSync(file, 'utf8')).toBe('not a zip')
  })

  test('another unit cannot import into it', async () => {
    const table = await readTable(await workbook('好2.xlsx', GOOD), '好2.xlsx')
    await expect(world.as('unit2', importTable, { recordId, version: 1, table })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
