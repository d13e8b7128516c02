import fc from 'fast-check'
import { parseCsv } from 'hucre'
import { describe, expect, test } from 'vitest'
import { loadExchange } from '../../rules/load-exchange.ts'
import { loadForms } from '../../rules/load-forms.ts'
import type { FormDefinition } from '../forms/form.ts'
import { contentOf } from '../offline/random-content.fixture.ts'
import { compareTable, reconcileMoney } from './compare-tables.ts'
import type { Entity, ExchangeTable } from './profile.ts'
import { entryOf, projectEntity } from './project-entity.ts'
import { guidOf } from './row-id.ts'
import { readRows, writeRows } from './table-rows.ts'
import { readJsonLines, readSheetRows, writeCsv, writeJsonLines } from './text-formats.ts'
import { type ExchangeSource, goalEntities, indicatorEntities } from './to-entities.ts'

const profile = loadExchange('rules', 'mof-v2')
const formOf = (name: string) => loadForms('rules').find(({ id }) => id === name) as FormDefinition
const form = formOf('targets/sheet')
const entry = formOf('project/entry')
const tableOf = (name: string) => profile.tables.find(({ table }) => table === name) as ExchangeTable
const GOALS = tableOf('PM_PERF_GOAL_INFO')
const INDICATORS = tableOf('PM_PERF_INDICATOR')

const source = (content: unknown, index = 0): ExchangeSource<never> => ({
  jurisdictionId: '640221',
  fiscalYear: 2023,
  projectCode: `640221T${String(index).padStart(9, '0')}`,
  projectName: '某项目',
  unitCode: '101001',
  unitName: '某单位',
  departmentCode: '101',
  departmentName: '某部门',
  recordId: `0190b7e8-0000-7000-8000-${String(index).padStart(12, '0')}`,
  version: 3,
  createdAt: '2022-09-01T02:00:00.123Z',
  stateSince: '2022-09-02T02:00:00.000Z',
  content: content as never,
})

describe('out and in again', () => {
  test('the same bytes for any project, as JSON Lines and as CSV', () => {
    fc.assert(
      fc.property(contentOf(form), (content) => {
        const entities = {
          goals: goalEntities(source(content)),
          indicators: indicatorEntities(source(content), form).filter(({ id }) => id),
        }
        const goals = { table: GOALS, ...writeRows(profile, GOALS, entities.goals) }
        const indicators = { table: INDICATORS, ...writeRows(profile, INDICATORS, entities.indicators) }
        expect([...goals.faults, ...indicators.faults]).toEqual([])
        const bytes = writeJsonLines(profile, [goals, indicators])
        const again = (readJsonLines(profile, bytes) ?? []).map(({ table, rows }) => {
          const { entities: read, quarantined } = readRows(profile, table, rows)
          expect(quarantined).toEqual([])
          return { table, rows: writeRows(profile, table, read).rows }
        })
        expect(writeJsonLines(profile, again)).toBe(bytes)
        const csv = writeCsv(indicators)
        const cells = parseCsv(csv, { delimiter: ',', skipEmptyRows: false }).map((row) => row.map(String))
        const back = readSheetRows(profile, cells)
        expect(writeCsv({ table: INDICATORS, rows: back?.rows ?? [] })).toBe(csv)
        const { entities: read } = readRows(profile, INDICATORS, back?.rows ?? [])
        expect(compareTable(INDICATORS, entities.indicators, read, () => false)).toEqual([])
      }),
      { numRuns: 300 },
    )
  }, 120_000)

  test('flags are 1 and 2, never 0', () => {
    const deleted = (isDeleted: string) => {
      const { rows } = writeRows(profile, GOALS, [
        { ...goalEntities(source({ annualGoal: '甲' }))[0], isDeleted },
      ])
      return rows[0]?.[GOALS.columns.findIndex(({ column }) => column === 'IS_DELETED')]
    }
    expect([deleted('true'), deleted('false')]).toEqual(['1', '2'])
    const row = GOALS.columns.map(({ column }) => (column === 'IS_DELETED' ? '0' : ''))
    expect(readRows(profile, GOALS, [row]).quarantined[0]?.message).toContain('1 或 2')
  })
})

describe('what does not fit', () => {
  test('a text longer than its column is refused with its row, not cut', () => {
    const [goal] = goalEntities(source({ annualGoal: '长'.repeat(2001) }))
    expect(writeRows(profile, GOALS, [goal as Entity]).faults).toEqual([
      {
        table: 'PM_PERF_GOAL_INFO',
        row: 1,
        column: 'KPI_TARGET',
        message: '有 2001 字，超过目标列的 2000 字，请精简后再导出',
      },
    ])
  })

  test('an unknown code sets the row aside with its place; the others count', () => {
    const content = {
      indicators: [
        { id: 'a', level1: 'output', level2: 'quantity', name: '甲' },
        { id: 'b', level1: 'benefit', level2: 'social', name: '乙' },
      ],
    }
    const { rows } = writeRows(profile, INDICATORS, indicatorEntities(source(content), form))
    const spoiled = rows.map((row, index) =>
      row.map((text) => (index === 0 && text === '产出指标' ? '别的指标' : text)),
    )
    const read = readRows(profile, INDICATORS, spoiled)
    expect(read.entities.map(({ name }) => name)).toEqual(['乙'])
    expect(read.quarantined).toEqual([
      {
        table: 'PM_PERF_INDICATOR',
        row: 1,
        column: 'KPI_LV1',
        message: '一级指标“别的指标”“别的指标”不在对照表中，请先在代码表里登记',
      },
    ])
  })

  test('a row of an approved target is marked, changed or withdrawn', () => {
    const ours = goalEntities(source({ annualGoal: '甲' }))
    const theirs = ours.map((goal) => ({ ...goal, goal: '乙' }))
    expect(compareTable(GOALS, ours, theirs, () => true)).toMatchObject([
      { kind: 'changed', isApproved: true, fields: [{ field: 'goal', ours: '甲', theirs: '乙' }] },
    ])
    const gone = ours.map((goal) => ({ ...goal, isDeleted: 'true' }))
    expect(compareTable(GOALS, ours, gone, () => true)).toMatchObject([
      { kind: 'withdrawn', isApproved: true },
    ])
  })

  test.each([
    ['{0190B7E8-0000-7000-8000-00000000000A}', '0190b7e8-0000-7000-8000-00000000000a'],
    ['0190b7e80000700080000000000000aa', '0190b7e8-0000-7000-8000-0000000000aa'],
    ['KPI-0001', undefined],
    ['0190b7e80000700080000000000000a', undefined],
  ])('the id %s is %s', (text, id) => {
    expect(guidOf(text)).toBe(id)
  })

  test('a key that stands twice, a new row, a row another system knows by another id', () => {
    const ours = goalEntities(source({ annualGoal: '甲' }))
    const renamed = ours.map((goal) => ({ ...goal, id: 'THEIRS' }))
    expect(compareTable(GOALS, ours, renamed, () => false)).toEqual([])
    const twice = [{ ...ours[0], goal: '乙' }, ...ours]
    expect(compareTable(GOALS, ours, twice, () => false)).toMatchObject([{ kind: 'changed', repeats: 2 }])
    const [fresh] = compareTable(GOALS, [], ours, () => false)
    expect(fresh).toMatchObject({ kind: 'new', name: '甲', repeats: 1 })
    expect(fresh?.fields.map(({ field }) => field)).toEqual(['isLongTerm', 'goal', 'unitCode'])
    expect(compareTable(GOALS, [], [{ ...ours[0], isDeleted: 'true' }], () => false)).toEqual([])
  })

  test('characters that cannot be stored set the row aside', () => {
    const row = GOALS.columns.map(({ column }) => (column === 'KPI_TARGET' ? '目标\u0000' : ''))
    expect(readRows(profile, GOALS, [row]).quarantined[0]?.message).toContain('不能保存的字符')
  })

  test('a project out and in again, without the people who answer for it', () => {
    const table = tableOf('X_PROJECT')
    fc.assert(
      fc.property(contentOf(entry), (content) => {
        const ours = [projectEntity(source(content))]
        const { rows, faults } = writeRows(profile, table, ours)
        expect(faults).toEqual([])
        const { entities, quarantined } = readRows(profile, table, rows)
        expect(quarantined).toEqual([])
        expect(writeRows(profile, table, entities).rows).toEqual(rows)
        expect(compareTable(table, ours, entities, () => false)).toEqual([])
        expect(rows.flat().filter((cell) => cell !== '' && cell === content['unitHead'])).toEqual([])
        const taken = entryOf(entities[0] as Entity)
        for (const field of ['isNew', 'category', 'periodStart', 'annual_fen', 'planTitle'])
          expect(taken[field] ?? '').toEqual(content[field] ?? '')
      }),
      { numRuns: 100 },
    )
  })

  test('allotments against the budget, payments against the allotments', () => {
    const money = (field: string, fen: string, projectCode = 'A') => [{ projectCode, [field]: fen }]
    const given = {
      budgets: money('current_fen', '10000'),
      allotments: money('amount_fen', '9000'),
      payments: money('paid_fen', '9500'),
    }
    expect(reconcileMoney(given).map(({ message }) => message)).toEqual([
      '指标合计 90.00 元与变动后预算数 100.00 元不等，请核对。',
      '支付合计 95.00 元超过指标合计 90.00 元，请核对。',
    ])
    expect(reconcileMoney({ ...given, allotments: money('amount_fen', '10000') })).toEqual([])
  })
})
