import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  DOCTOR_CHECKS,
  type DoctorReport,
  type DoctorTable,
  examineTable,
  readTableJson,
} from '../../src/domain/doctor/index.ts'
import { loadRules } from '../../src/rules/index.ts'
import { anyTable } from './generated-tables.ts'

const BOOK = loadRules(join(import.meta.dirname, '../../rules'))
const RULES = BOOK.at({ date: '2023-12-31', jurisdiction: '640000' })
const SEVERITIES = new Map(DOCTOR_CHECKS.map(({ header }) => [header.id, header.severity]))
const TABLES = 10_000

const points = (text: string | null) => (text !== null && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null)

/** What must hold of any report, whatever was printed. */
function holds(table: DoctorTable, report: DoctorReport): void {
  expect(report.rows).toHaveLength(table.indicators.length)
  let sum: number | null =
    points(report.execution.computedScore) ?? points(report.execution.printedScore) ?? 0
  for (const row of report.rows) {
    const computed = points(row.computedScore)
    const weight = points(row.weight)
    if (computed !== null) {
      expect(computed).toBeGreaterThanOrEqual(0)
      expect(computed).toBeLessThanOrEqual(weight ?? -1)
    }
    sum += computed ?? points(row.printedScore) ?? 0
  }
  if (report.total.computed !== null) expect(points(report.total.computed)).toBeCloseTo(sum, 2)
  for (const { ruleId, severity, where, message, source } of report.findings) {
    expect(severity).toBe(SEVERITIES.get(ruleId))
    expect(message.length * source.length).toBeGreaterThan(0)
    if (where.row !== undefined) expect(where.row).toBeLessThan(table.indicators.length)
    if (where.fund !== undefined) expect(where.fund).toBeLessThan(table.funds.length)
  }
}

test('10,000 generated tables: no crash, no score above its weight, the total is the sum of the shown rows', () => {
  fc.assert(
    fc.property(anyTable, (table) => holds(table, examineTable(table, RULES))),
    { numRuns: TABLES },
  )
}, 300_000)

const ENDLESS = [
  '1',
  '1,',
  '其中',
  '1万元其中',
  '2023年',
  '(≥**',
  '市白水镇',
  '1-',
  '.1',
  '申请财政资金',
  '目标1 ',
  'x',
  '★',
  '率',
  ' ',
]

test.each(ENDLESS)(
  'cells of 200,000 characters of %j are cut: no pattern runs on, no message grows',
  (piece) => {
    const cell = piece.repeat(200_000 / piece.length)
    const row = {
      level1: cell,
      level2: cell,
      name: cell,
      target_text: cell,
      actual_text: cell,
      weight: cell,
      score: cell,
      deviation_reason: cell,
    }
    const fund = {
      source: cell,
      initial_budget: cell,
      adjusted_budget: cell,
      executed: cell,
      weight: cell,
      rate: cell,
      score: cell,
    }
    const raw = {
      kind: 'self_evaluation',
      complete: true,
      source: { title: cell, year: 2023 },
      project: { name: cell, department: cell, unit: `${cell}镇`, annual_goal: cell },
      funds: [fund, { ...fund, initial_budget: '5' }],
      indicators: [row, { ...row, target_text: '≥5个', actual_text: '5个', weight: '5', score: '5' }],
      total_weight: cell,
      total_score: '5',
      grade: `优${cell}`,
      conclusions: cell,
      raw_text: cell,
    }
    const { findings } = examineTable(readTableJson(raw), RULES)
    for (const { message } of findings) expect(message.length).toBeLessThan(400)
  },
)

/** Which way is good, and the sign that says so. */
const directions = fc.constantFrom(
  ['≥', 1] as const,
  ['≤', -1] as const,
  ['', 1] as const,
  ['不低于', 1] as const,
)
const amount = fc.integer({ min: 0, max: 200_000 }).map((n) => n / 100)

test('doing better never earns less, in both directions of good', () => {
  fc.assert(
    fc.property(
      anyTable,
      directions,
      amount,
      amount,
      amount,
      fc.integer({ min: 0, max: 10_000 }),
      (table, [sign, way], target, one, other, weight_x100) => {
        const [less, more] = one <= other ? [one, other] : [other, one]
        const scoreOf = (actual: number) => {
          const row = {
            place: '',
            level1: '产出指标',
            level2: '数量指标',
            name: '建设数量',
            target: `${sign}${target}个`,
            actual: `${actual}个`,
            weight: String(weight_x100 / 100),
            score: '',
            reason: '',
          }
          const { rows } = examineTable({ ...table, indicators: [...table.indicators, row] }, RULES)
          return points(rows.at(-1)?.computedScore ?? null)
        }
        const [low, high] = [scoreOf(less), scoreOf(more)]
        expect(low).not.toBeNull()
        expect((high ?? -1) * way).toBeGreaterThanOrEqual((low ?? -1) * way)
      },
    ),
    { numRuns: TABLES / 4 },
  )
}, 300_000)
