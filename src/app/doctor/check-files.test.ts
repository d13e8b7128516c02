import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, describe, expect, test } from 'vitest'
import { cleanTable } from '../../domain/doctor/testing.ts'
import { checkFiles } from './index.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-check-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A clean table in the JSON form; `score` is what the first row prints. */
function fileOf(name: string, score = '20', extra: object = {}): string {
  const { funds, indicators, ...table } = cleanTable()
  const raw = {
    kind: table.kind,
    form: table.form,
    complete: true,
    ocr: false,
    amount_unit: '万元',
    source: { title: table.title, year: 2023 },
    project: {
      name: table.projectName,
      department: table.department,
      unit: table.unit,
      annual_goal: table.annualGoal,
    },
    funds: funds.map((fund) => ({
      ...fund,
      source: fund.label,
      initial_budget: fund.initial,
      adjusted_budget: fund.adjusted,
    })),
    indicators: indicators.map((row, index) => ({
      ...row,
      target_text: row.target,
      actual_text: row.actual,
      deviation_reason: row.reason,
      score: index === 0 ? score : row.score,
    })),
    total_weight: table.totalWeight,
    total_score: table.totalScore,
    grade: table.grade,
    conclusions: table.conclusions,
    raw_text: null,
    ...extra,
  }
  const file = path.join(folder, name)
  writeFileSync(file, JSON.stringify(raw))
  return file
}

const GOOD = fileOf('好.json')
const BAD = fileOf('坏.json', '21')
const BROKEN = path.join(folder, '断.json')
writeFileSync(BROKEN, '{"indicators":[')

const codes = async (files: string[], options: { date?: string; jurisdiction?: string } = {}) =>
  (await checkFiles(files, { today: '2024-05-10', ...options })).map(({ reports }) =>
    reports.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId)),
  )

describe('checkFiles', () => {
  test('one entry a file, in order; what cannot be read says why', async () => {
    const checked = await checkFiles([GOOD, BAD, BROKEN, path.join(folder, '无.json'), folder], {
      today: '2024-05-10',
    })
    expect(checked.map(({ reports }) => reports.map(({ readable }) => readable))).toEqual([
      [true],
      [true],
      [false],
      [false],
      [false],
    ])
    expect(checked.slice(2).map(({ reports }) => reports[0]?.findings[0]?.message)).toEqual([
      expect.stringContaining('JSON 文件不完整'),
      '找不到这个文件，请核对路径。',
      expect.stringContaining('不能上传这种文件'),
    ])
  })

  test('a clean table has no finding, a wrong score has its two', async () => {
    expect(await codes([GOOD, BAD])).toEqual([[], ['CHK-SCORE-SUM', 'CHK-SCORE-ABOVE-WEIGHT']])
  })

  test('the rules of the table’s own year; a date before any rule is refused', async () => {
    const [old] = await codes([fileOf('旧.json', '20', { source: { year: 2017 } })])
    expect(old).toEqual(['CHK-YEAR-MISMATCH'])
    await expect(codes([GOOD], { date: '1999-12-31' })).rejects.toMatchObject({
      code: 'PARAMETER_NOT_IN_FORCE',
    })
    await expect(codes([GOOD], { date: '2023年底' })).rejects.toThrow('日期')
    await expect(codes([GOOD], { jurisdiction: '64' })).rejects.toThrow('6 位')
  })
})

describe('jiheng check', () => {
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [path.resolve('src/cli/cli.ts'), 'check', ...words], { encoding: 'utf8' })

  test('0 clean, 1 with findings, 2 unreadable or not understood', { timeout: 120_000 }, () => {
    expect(run(GOOD).status).toBe(0)
    expect(run(GOOD, BAD).status).toBe(1)
    expect(run(GOOD, BROKEN).status).toBe(2)
    expect(run(GOOD, '--format', 'pdf').status).toBe(2)
    expect(run().status).toBe(2)
  })

  test('json: one array with every field of the report, all decimals as text', { timeout: 120_000 }, () => {
    const out = execFileSync(
      process.execPath,
      [path.resolve('src/cli/cli.ts'), 'check', GOOD, '--format', 'json'],
      { encoding: 'utf8' },
    )
    const [report, ...rest] = JSON.parse(out)
    expect(rest).toEqual([])
    expect(Object.keys(report)).toEqual([
      'file',
      'kind',
      'readable',
      'rows',
      'execution',
      'total',
      'findings',
    ])
    expect(report.file).toBe(GOOD)
    expect(report.rows[0]).toEqual({
      index: 0,
      name: '硬化道路里程',
      target: { operator: 'ge', value: '12', unit: '公里' },
      actual: { operator: 'eq', value: '12.5', unit: '公里' },
      weight: '20',
      printedScore: '20.00',
      computedScore: '20.00',
      ruleId: 'EVA-003',
      reason: expect.stringContaining('已达到'),
    })
    expect(report.execution).toEqual({
      printedRate: '95.00',
      computedRate: '95.00',
      printedScore: '9.50',
      computedScore: '9.50',
    })
    expect(report.total).toEqual({ printed: '99.50', computed: '99.50', grade: '优' })
  })

  test('text: the two figures side by side; xlsx: a workbook beside the file', {
    timeout: 120_000,
  }, async () => {
    expect(run(BAD).stdout).toMatch(
      /坏\.json {2}项目支出绩效自评表\n[\s\S]*印 21\.00 分，重算 20\.00 分\n[\s\S]*错误 2 处/,
    )
    expect(run(BAD, '--format', 'xlsx').status).toBe(1)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(readFileSync(path.join(folder, '坏-体检.xlsx')).buffer as ArrayBuffer)
    expect(book.getWorksheet('体检结果')?.rowCount).toBe(3)
  })
})
