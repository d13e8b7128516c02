import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { budgetLine } from '../../domain/project/index.ts'
import { targetSheet } from '../../domain/targets/index.ts'
import { createProject } from '../projects/save-project.ts'
import { ENTRY } from '../testing/first-stages.ts'
import { useWorld } from '../testing/world.ts'
import { BEGINS, viewRecord } from '../use-cases.ts'
import { importBatch, previewBatch, readListFile } from './index.ts'

const world = useWorld()
const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-batch-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Project = { readonly code: string; readonly name: string; readonly records: Record<string, string> }
const projects: Project[] = []
beforeAll(async () => {
  for (const name of ['农田水利', '道路硬化', '校舍维修']) {
    const { projectId } = await world.as<{ projectId: string }>('unit', createProject, {
      fiscalYear: 2023,
      content: { ...ENTRY, name },
    })
    const records: Record<string, string> = {}
    for (const kind of [budgetLine, targetSheet]) {
      const begin = BEGINS.find(({ recordKind }) => recordKind === kind) as object
      const made = await world.as<{ recordId: string }>('unit', begin, { projectId }).catch(() => undefined)
      if (made) records[kind.kind] = made.recordId
    }
    const { rows } = await world.owner.query(
      `select p.code, r.kind, r.id from project p left join record r on r.project_id = p.id where p.id = $1`,
      [projectId],
    )
    for (const row of rows) if (row.kind) records[row.kind] = row.id
    projects.push({ code: rows[0].code, name, records })
  }
}, 60_000)

let files = 0
async function workbook(rows: readonly (readonly (string | number)[])[]) {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('清单')
  for (const row of rows) sheet.addRow([...row])
  files += 1
  const file = path.join(folder, `${files}.xlsx`)
  writeFileSync(file, new Uint8Array(await book.xlsx.writeBuffer()))
  return readListFile(file, '清单.xlsx')
}

type Preview = {
  mapping: { columns: Record<string, number>; unit: string }
  isRemembered: boolean
  lines: number
  records: number
  faults: { place: string; message: string }[]
  reconciliation: { sums: object[]; changed: object[]; missing: { name: string }[]; unchanged: number }
  warnings: { message: string }[]
  stamp: string
}
const given = (sheets: unknown, more: object = {}) => ({ subject: 'budget', year: 2023, sheets, ...more })
const preview = (input: object) => world.as<Preview>('unit', previewBatch, input)
const HEAD = ['序号', '项目代码', '项目名称', '申报数（元）', '功能科目']
const contentOf = async (index: number, kind = 'project.budgetLine') =>
  (
    await world.as<{ content: Record<string, unknown> }>('unit', viewRecord, {
      recordId: projects[index]?.records[kind],
    })
  ).content

describe('批量导入', () => {
  test('the columns of a source are guessed, shown with what would change, and nothing is written', async () => {
    const [a, b] = projects as [Project, Project]
    const sheets = await workbook([
      ['2023年部门预算项目表'],
      HEAD,
      [1, a.code, a.name, 5_200_000, '2130305'],
      [2, b.code, b.name, 5_000_000, '2140104'],
      ['合计', '', '', 10_200_000, ''],
    ])
    const found = await preview(given(sheets))
    expect(found).toMatchObject({
      mapping: {
        unit: 'yuan',
        columns: { projectCode: 1, projectName: 2, requested_fen: 3, accountSubject: 4 },
      },
      isRemembered: false,
      lines: 2,
      faults: [],
      reconciliation: {
        sums: [{ column: 'requested_fen', file_fen: '1020000000', product_fen: '1000000000' }],
        changed: [{ name: a.name, before_fen: '500000000', after_fen: '520000000' }],
        missing: [{ name: '校舍维修' }],
      },
    })
    expect((await contentOf(0))['requested_fen']).toBe('500000000')
    await world.as('unit', importBatch, { ...given(sheets), stamp: found.stamp })
    expect(await contentOf(0)).toMatchObject({ requested_fen: '520000000', accountSubject: '2130305' })
    expect(await contentOf(1)).toMatchObject({ requested_fen: '500000000', accountSubject: '2140104' })
    const again = await preview(given(sheets))
    expect(again).toMatchObject({
      records: 0,
      isRemembered: true,
      reconciliation: { changed: [], unchanged: 2 },
    })
  })

  test('a mapping chosen by hand is taken for the next file with these headings', async () => {
    const [a] = projects as [Project]
    const head = ['编码甲', '金额乙']
    const sheets = await workbook([head, [a.code, 530]])
    expect((await preview(given(sheets))).faults[0]?.message).toContain('没有指定“项目代码”是哪一列')
    const mapping = { columns: { projectCode: 0, requested_fen: 1 }, unit: 'wan' }
    const { stamp } = await preview(given(sheets, { mapping }))
    await world.as('unit', importBatch, { ...given(sheets, { mapping }), stamp })
    const next = await workbook([head, [a.code, 540]])
    expect(await preview(given(next))).toMatchObject({ isRemembered: true, mapping, faults: [], records: 1 })
  })

  test('one wrong cell and nothing is written: every fault with its cell', async () => {
    const [a, b] = projects as [Project, Project]
    const before = await contentOf(0)
    const sheets = await workbook([
      HEAD,
      [1, a.code, a.name, 6_000_000, '1'],
      [2, b.code, '别的名称', '六百万', '2'],
      [3, 'X-404', '没有的项目', 1, '3'],
      [4, a.code, a.name, 1, '4'],
    ])
    const { faults, stamp } = await preview(given(sheets))
    expect(faults.map(({ place }) => place).sort()).toEqual(['清单!B4', '清单!B5', '清单!C3', '清单!D3'])
    await expect(world.as('unit', importBatch, { ...given(sheets), stamp })).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
      details: { faults },
    })
    expect(await contentOf(0)).toEqual(before)
  })

  test('somebody saved after the preview: nothing is written', async () => {
    const [a] = projects as [Project]
    const sheets = await workbook([HEAD, [1, a.code, a.name, 7_000_000, '1']])
    const { stamp } = await preview(given(sheets))
    const other = await workbook([HEAD, [1, a.code, a.name, 8_000_000, '1']])
    const { stamp: second } = await preview(given(other))
    await world.as('unit', importBatch, { ...given(other), stamp: second })
    await expect(world.as('unit', importBatch, { ...given(sheets), stamp })).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
    })
    expect((await contentOf(0))['requested_fen']).toBe('800000000')
  })

  test('indicators of many projects go into their sheets; rows are found again by their names', async () => {
    const [a, b] = projects as [Project, Project]
    const head = ['项目代码', '一级指标', '二级指标', '三级指标', '年度指标值', '分值']
    const lines = [
      [a.code, '产出指标', '数量指标', '新建渠道', '≥12公里', 50],
      [b.code, '产出指标', '时效指标', '完工时间', '2023年12月底前', '５０'],
    ]
    const bring = async (rows: (string | number)[][]) => {
      const input = given(await workbook([head, ...rows]), { subject: 'indicators' })
      const { stamp, faults, warnings } = await preview(input)
      expect(faults).toEqual([])
      expect(warnings[0]?.message).toContain('效益指标权重应为')
      await world.as('unit', importBatch, { ...input, stamp })
    }
    await bring(lines)
    const first = (await contentOf(0, 'targets.sheet'))['indicators'] as { id: string }[]
    expect(first).toMatchObject([
      { name: '新建渠道', operator: 'ge', value: '12', unit: '公里', weight_x100: 5000 },
    ])
    await bring([[a.code, '产出指标', '数量指标', '新建渠道', '≥15公里', 50]])
    expect((await contentOf(0, 'targets.sheet'))['indicators']).toMatchObject([
      { id: first[0]?.id, value: '15' },
    ])
    expect((await contentOf(1, 'targets.sheet'))['indicators']).toMatchObject([
      { kind: 'date', dateValue: '2023-12-31' },
    ])
  })

  test('a GBK table separated by commas', async () => {
    const file = path.join(folder, 'gbk.csv')
    // 项目代码,申报数
    const gbk = Buffer.concat([
      Buffer.from([0xcf, 0xee, 0xc4, 0xbf, 0xb4, 0xfa, 0xc2, 0xeb, 0x2c]),
      Buffer.from([0xc9, 0xea, 0xb1, 0xa8, 0xca, 0xfd, 0x0a]),
      Buffer.from(`${projects[1]?.code},"1,234.5"\n`, 'ascii'),
    ])
    writeFileSync(file, gbk)
    const found = await preview(given(await readListFile(file, '表.csv')))
    expect(found).toMatchObject({
      mapping: { columns: { projectCode: 0, requested_fen: 1 }, unit: 'wan' },
      reconciliation: { sums: [{ file_fen: '1234500000' }] },
    })
  })

  test('another unit finds none of these projects; whoever never writes here is told so', async () => {
    const [a] = projects as [Project]
    const sheets = await workbook([HEAD, [1, a.code, a.name, 1, '1']])
    const { faults } = await world.as<Preview>('unit2', previewBatch, given(sheets))
    expect(faults[0]?.message).toContain('不在您的管理范围内')
    await expect(world.as('audit', previewBatch, given(sheets))).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    })
  })
})
