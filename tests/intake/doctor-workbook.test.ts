import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, describe, expect, test } from 'vitest'
import { readAnyTable, writeCheckedWorkbook } from '../../src/app/doctor/index.ts'
import type { DoctorReport, ReportFinding } from '../../src/domain/doctor/report.ts'
import type { DoctorTable } from '../../src/domain/doctor/table.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-checked-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function source(): Promise<string> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('自评表')
  sheet.addRow(['项目支出绩效自评表'])
  sheet.mergeCells('A1:H1')
  sheet.addRow(['项目资金(万元)', '', '全年预算数', '全年执行数', '分值', '执行率', '得分'])
  sheet.addRow(['', '年度资金总额', 100, 80, 10, 0.8, { formula: 'E3*F3', result: 9 }])
  sheet.getCell('F3').numFmt = '0%'
  sheet.addRow(['一级指标', '二级指标', '三级指标', '指标值', '实际完成值', '分值', '得分', '偏差原因'])
  sheet.addRow(['产出指标', '数量指标', '造林面积', '≥100亩', '90亩', 50, 50, ''])
  sheet.addRow(['', '', '植树', '≥10株', '10株', 40, 40, ''])
  sheet.mergeCells('A5:A6')
  sheet.getCell('G5').note = '科室核对过'
  sheet.addRow(['总分', '', '', '', '', 100, 99])
  const file = path.join(folder, '自评.xlsx')
  await book.xlsx.writeFile(file)
  return file
}

const finding = (where: ReportFinding['where'], severity: ReportFinding['severity'], message: string) => ({
  ruleId: 'CHK-TEST',
  severity,
  where,
  message,
  source: '某办法第五条',
})

function report(table: DoctorTable, findings: readonly ReportFinding[]): DoctorReport {
  return {
    file: '自评.xlsx',
    kind: table.kind,
    readable: true,
    rows: table.indicators.map((row, index) => ({
      index,
      name: row.name,
      target: { text: row.target ?? '' },
      actual: { text: row.actual ?? '' },
      weight: row.weight,
      printedScore: row.score,
      computedScore: index === 0 ? '45.00' : '40.00',
      ruleId: 'EVA-004',
      reason: '按比例计分。',
    })),
    execution: { printedRate: '80.00', computedRate: '80.00', printedScore: '9.00', computedScore: '8.00' },
    total: { printed: '99', computed: '93.00', grade: '优' },
    findings,
  }
}

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as never)
  return book
}

const noteOf = (cell: ExcelJS.Cell | undefined) =>
  typeof cell?.note === 'string' ? cell.note : (cell?.note?.texts ?? []).map(({ text }) => text).join('')

describe('体检结果写回工作簿', () => {
  const FINDINGS = [
    finding({ row: 0, field: 'score' }, 'error', '未达目标却得满分，应为 45.00 分。'),
    finding({ row: 0, field: 'score' }, 'note', '实际值抄了单位。'),
    finding({ fund: 0, field: 'score' }, 'error', '执行得分应为 8.00 分。'),
    finding({ field: 'total_score' }, 'error', '总分应为 93.00 分。'),
    finding({}, 'warning', '=1+1 没有满意度指标。'),
  ]

  test('each finding stands in its cell, and nothing printed is changed', async () => {
    const file = await source()
    const { tables, notes } = await readAnyTable(file, '自评.xlsx')
    const table = tables[0]!
    expect(table.funds[0]).toMatchObject({ place: '自评表!C3', rate: '80%', score: '9' })
    const bytes = await writeCheckedWorkbook(
      { examined: [{ table, report: report(table, FINDINGS) }], notes },
      { file, name: '自评.xlsx' },
    )
    const before = await open(readFileSync(file))
    const after = await open(bytes)
    before.getWorksheet('自评表')?.eachRow((row) =>
      row.eachCell((cell) => {
        expect(after.getWorksheet('自评表')?.getCell(cell.address).value).toEqual(cell.value)
      }),
    )
    const sheet = after.getWorksheet('自评表')!
    expect(noteOf(sheet.getCell('G5'))).toBe(
      '科室核对过\n【必须改正】未达目标却得满分，应为 45.00 分。\n【提示】实际值抄了单位。',
    )
    expect(noteOf(sheet.getCell('G3'))).toContain('执行得分应为 8.00 分')
    expect(noteOf(sheet.getCell('G7'))).toContain('总分应为 93.00 分')
    expect(sheet.getCell('G5').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } })
    expect(sheet.getCell('G6').fill).not.toMatchObject({ fgColor: { argb: 'FFFFC7CE' } })
    expect([4, 5, 6].map((row) => sheet.getCell(row, 9).value)).toEqual(['计算得分(体检)', '45.00', '40.00'])
    const list = after.getWorksheet('体检结果')!
    expect(list.rowCount).toBe(1 + FINDINGS.length)
    expect(list.getRow(6).values).toEqual([
      undefined,
      '全表',
      '请说明或核对',
      '=1+1 没有满意度指标。',
      '某办法第五条',
      'CHK-TEST',
    ])
    expect(after.getWorksheet('得分对照')?.getRow(2).values).toContain('45.00')
  })

  test('a source without cells is laid out as it was read, with the findings in its cells', async () => {
    const file = path.join(folder, '自评.csv')
    writeFileSync(file, '三级指标,指标值,实际完成值,分值,得分\n造林面积,≥100亩,90亩,50,50\n')
    const { tables, notes } = await readAnyTable(file, '自评.csv')
    const table = tables[0]!
    const bytes = await writeCheckedWorkbook(
      { examined: [{ table, report: report(table, FINDINGS.slice(0, 1)) }], notes },
      { file, name: '自评.csv' },
    )
    const book = await open(bytes)
    expect(book.worksheets.map(({ name }) => name)).toEqual(['读出的表', '体检结果', '得分对照'])
    const place = String(book.getWorksheet('体检结果')?.getCell('A2').value)
    const cell = book.getWorksheet('读出的表')?.getCell(place.split('!')[1] as string)
    expect(cell?.value).toBe('50')
    expect(noteOf(cell)).toContain('应为 45.00 分')
  })
})
