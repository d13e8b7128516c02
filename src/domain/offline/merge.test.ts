import { describe, expect, test } from 'vitest'
import { loadForms } from '../../rules/load-forms.ts'
import type { Content, ContentRow, FormDefinition } from '../forms/form.ts'
import { columnLetters } from '../doctor/read/grid.ts'
import { applyMerge, undecided } from './apply-merge.ts'
import { mergeThreeWay } from './merge.ts'
import { planSheet } from './plan-sheet.ts'
import { asRead, editable, type Sheet } from './printed-sheet.fixture.ts'
import { readBack } from './read-back.ts'

const form = loadForms('rules').find(({ id }) => id === 'targets/sheet') as FormDefinition
const openSections = ['head', 'money', 'goals', 'indicators', 'quarterPlan']
const INDICATORS: readonly ContentRow[] = [
  {
    id: 'a',
    level1: 'output',
    level2: 'quantity',
    name: '新建示范基地',
    kind: 'quant',
    operator: 'ge',
    value: '50',
    unit: '个',
    weight_x100: 5000,
  },
  {
    id: 'b',
    level1: 'output',
    level2: 'quality',
    name: '验收合格率',
    kind: 'quant',
    operator: 'ge',
    value: '95',
    unit: '%',
    weight_x100: 3000,
  },
  {
    id: 'c',
    level1: 'satisfaction',
    level2: 'serviceSatisfaction',
    name: '农户满意度',
    kind: 'quant',
    operator: 'ge',
    value: '90',
    unit: '%',
    weight_x100: 1000,
  },
]
const BASE: Content = {
  attribute: 'new',
  total_fen: '500000000',
  fiscal_fen: '500000000',
  periodFiscal_fen: '700000000',
  annualGoal: '建成示范基地 50 个',
  indicators: INDICATORS,
  quarterPlan: [
    { quarter: 'q1', planned_fen: '100000000' },
    { quarter: 'q2' },
    { quarter: 'q3' },
    { quarter: 'q4' },
  ],
}

const sheetOf = (content = BASE): Sheet =>
  editable(asRead(planSheet({ form, content, names: {}, openSections, facts: [], note: '' })))
const lineOf = (sheet: Sheet, name: string) => sheet.rows.find((row) => row.includes(name)) as string[]
const columnOf = (sheet: Sheet, head: string) =>
  (sheet.rows.find((row) => row.includes('三级指标')) as string[]).indexOf(head)
const set = (sheet: Sheet, name: string, head: string, text: string) => {
  lineOf(sheet, name)[columnOf(sheet, head)] = text
}
const read = (sheet: Sheet, base = BASE, open = openSections) =>
  readBack({
    sheets: [{ name: '说明', rows: [['看这里']], merges: [] }, sheet],
    form,
    base,
    names: {},
    openSections: open,
  })
const merge = (sheet: Sheet, mine = BASE) =>
  mergeThreeWay({ form, openSections, base: BASE, mine, theirs: read(sheet) })
const withRow = (id: string, part: ContentRow): Content => ({
  ...BASE,
  indicators: INDICATORS.map((row) => (row['id'] === id ? { ...row, ...part } : row)),
})
const told = ({ items }: ReturnType<typeof merge>) => items.map(({ key, changed }) => `${key} ${changed}`)

describe('what offices make of a workbook and still means the same', () => {
  test.each<[string, (sheet: Sheet) => void]>([
    ['numbers as text', (sheet) => set(sheet, '新建示范基地', '指标值', ' 50 ')],
    ['full-width digits', (sheet) => set(sheet, '新建示范基地', '指标值', '５０')],
    ['≧ for ≥', (sheet) => set(sheet, '新建示范基地', '符号', '≧')],
    ['>= for ≥', (sheet) => set(sheet, '验收合格率', '符号', '>=')],
    ['不低于 for ≥', (sheet) => set(sheet, '验收合格率', '符号', '不低于')],
    ['points with their word', (sheet) => set(sheet, '新建示范基地', '权重（分）', '50分')],
    [
      'line ends of Windows',
      (sheet) => (sheet.rows = sheet.rows.map((row) => row.map((text) => text.replace(/\n/g, '\r\n')))),
    ],
    ['rows inserted above', (sheet) => sheet.rows.unshift(['本表由办公室汇总'], [])],
    [
      'a level merged downwards',
      (sheet) => {
        const row = sheet.rows.indexOf(lineOf(sheet, '新建示范基地'))
        ;(sheet.rows[row + 1] as string[])[0] = ''
        sheet.merges = [...sheet.merges, { top: row, bottom: row + 1, left: 0, right: 0 }]
      },
    ],
  ])('%s', (_what, change) => {
    const sheet = sheetOf()
    // Rows inserted above would move the merges of the fixture along; here they are taken off.
    if (_what === 'rows inserted above') sheet.merges = []
    change(sheet)
    expect(read(sheet).faults).toEqual([])
    if (_what !== 'rows inserted above') expect(merge(sheet).items).toEqual([])
    else expect(merge(sheet).items.filter(({ field }) => field === 'indicators')).toEqual([])
  })

  test('a column moved, one of their own added: found again, and the added one is named', () => {
    const sheet = sheetOf()
    const [name, unit] = [columnOf(sheet, '三级指标'), columnOf(sheet, '度量单位')]
    const head = sheet.rows.findIndex((row) => row.includes('三级指标'))
    for (const row of sheet.rows.slice(head, head + 5)) {
      ;[row[name], row[unit]] = [row[unit] as string, row[name] as string]
      row.push(row === sheet.rows[head] ? '备注' : '请核')
    }
    expect(merge(sheet).items).toEqual([])
    expect(read(sheet).notes).toEqual(['文件里多出的“备注”一列没有对应的栏目，没有导入。'])
  })

  test('a column deleted counts as unchanged, and it is said', () => {
    const sheet = sheetOf()
    const at = columnOf(sheet, '评分规则')
    const head = sheet.rows.findIndex((row) => row.includes('三级指标'))
    for (const row of sheet.rows.slice(head, head + 4)) row[at] = ''
    expect(merge(sheet).items).toEqual([])
    expect(read(sheet).notes).toEqual(['“绩效指标”里没有找到“评分规则”一列，按没有改动处理。'])
  })

  test('the column of row keys deleted: rows are found by their names', () => {
    const sheet = sheetOf()
    for (const row of sheet.rows) row.length = Math.min(row.length, 17)
    set(sheet, '新建示范基地', '指标值', '60')
    lineOf(sheet, '新建示范基地')[columnOf(sheet, '三级指标')] = '新建农业示范基地'
    expect(told(merge(sheet))).toEqual(['indicators/a/name theirs', 'indicators/a/value theirs'])
  })
})

describe('three ways', () => {
  test('each side changed another cell: both stay, nothing to decide', () => {
    const sheet = sheetOf()
    set(sheet, '新建示范基地', '指标值', '60')
    const mine = withRow('b', { value: '98' })
    const merged = merge(sheet, mine)
    expect(told(merged)).toEqual(['indicators/a/value theirs', 'indicators/b/value mine'])
    const { indicators } = applyMerge(form, mine, merged, {})
    expect((indicators as ContentRow[]).map(({ value }) => value)).toEqual(['60', '98', '90'])
  })

  test('the same cell twice is a conflict that has to be decided', () => {
    const sheet = sheetOf()
    set(sheet, '新建示范基地', '指标值', '60')
    const mine = withRow('a', { value: '55' })
    const merged = merge(sheet, mine)
    expect(told(merged)).toEqual(['indicators/a/value conflict'])
    expect(undecided(merged.items, {})).toHaveLength(1)
    expect(applyMerge(form, mine, merged, {})).toEqual({})
    const chosen = applyMerge(form, mine, merged, { 'indicators/a/value': 'theirs' })
    expect((chosen['indicators'] as ContentRow[])[0]).toMatchObject({ value: '60' })
  })

  test('both came to the same: no difference', () => {
    const sheet = sheetOf()
    set(sheet, '新建示范基地', '指标值', '60')
    expect(merge(sheet, withRow('a', { value: '60' })).items).toEqual([])
  })

  test('财政拨款 of the period and of the year are told apart', () => {
    const sheet = sheetOf()
    expect(sheet.rows.flat().filter((text) => text.startsWith('其中：年度财政拨款'))).toHaveLength(1)
    const row = sheet.rows.find((line) =>
      line.some((text) => text.startsWith('其中：实施期财政拨款')),
    ) as string[]
    row[row.indexOf('700')] = '710'
    expect(told(merge(sheet))).toEqual(['periodFiscal_fen theirs'])
  })

  test('a row added, one emptied, two exchanged', () => {
    const sheet = sheetOf()
    const [a, b, c] = INDICATORS.map(({ name }) => sheet.rows.indexOf(lineOf(sheet, String(name))))
    const spare = (c as number) + 1
    const line = sheet.rows[spare] as string[]
    line[0] = '效益指标'
    line[columnOf(sheet, '三级指标')] = '带动农户增收'
    ;[sheet.rows[a as number], sheet.rows[b as number]] = [
      sheet.rows[b as number] as string[],
      sheet.rows[a as number] as string[],
    ]
    sheet.rows[c as number] = (sheet.rows[c as number] as string[]).map((text) => (text === 'c' ? text : ''))
    const merged = merge(sheet)
    expect(merged.items.map(({ kind, changed }) => `${kind} ${changed}`)).toEqual([
      'row theirs',
      'row theirs',
      'order theirs',
    ])
    const { indicators } = applyMerge(form, BASE, merged, {})
    expect((indicators as ContentRow[]).map(({ name }) => name)).toEqual([
      '验收合格率',
      '新建示范基地',
      '带动农户增收',
    ])
  })

  test('a row they changed and the record lost is a conflict; one they left alone stays lost', () => {
    const sheet = sheetOf()
    set(sheet, '新建示范基地', '指标值', '60')
    const mine = { ...BASE, indicators: INDICATORS.slice(2) }
    expect(told(merge(sheet, mine))).toEqual(['indicators/a conflict', 'indicators/b mine'])
  })

  test('a copied row is a new one; the same file brought back twice adds it once', () => {
    const sheet = sheetOf()
    const at = sheet.rows.indexOf(lineOf(sheet, '验收合格率'))
    const copy = [...(sheet.rows[at] as string[])]
    copy[columnOf(sheet, '三级指标')] = '复检合格率'
    sheet.rows[at + 2] = copy
    sheet.rows[at + 1] = [...(sheetOf().rows[at + 1] as string[])]
    const once = applyMerge(form, BASE, merge(sheet), {})
    const rows = once['indicators'] as ContentRow[]
    expect(rows.map(({ id, name }) => [id, name])).toEqual([
      ['a', '新建示范基地'],
      ['b', '验收合格率'],
      ['c', '农户满意度'],
      [undefined, '复检合格率'],
    ])
    const stored = { ...BASE, indicators: rows.map((row) => ({ id: 'd', ...row })) }
    expect(merge(sheet, stored).items).toEqual([])
  })
})

describe('what cannot be taken', () => {
  test('a text that is no number is named with its cell and nothing stands in its place', () => {
    const sheet = sheetOf()
    set(sheet, '新建示范基地', '权重（分）', '五十')
    const row = sheet.rows.indexOf(lineOf(sheet, '新建示范基地')) + 1
    expect(read(sheet).faults).toEqual([
      {
        place: `项目支出绩效目标申报表!${columnLetters(columnOf(sheet, '权重（分）'))}${row}`,
        message: '“权重”填的是“五十”：请填写数字，最多两位小数。',
      },
    ])
  })

  test('a row added to an official list', () => {
    const sheet = sheetOf()
    const at = sheet.rows.findIndex((row) => row[0] === '四季度')
    sheet.rows[at + 1] = ['年末', '5', '扫尾']
    expect(read(sheet).faults.map(({ message }) => message)).toContain(
      '“分季用款计划”的行由系统生成，不能增加，请删除这一行。',
    )
  })

  test('a change where this person may not write is not taken, and it is said', () => {
    const sheet = sheetOf()
    set(sheet, '新建示范基地', '指标值', '60')
    const { rows, notes } = read(sheet, BASE, ['head'])
    expect(rows['indicators']?.[0]?.row['value']).toBe('50')
    expect(notes).toEqual(['“指标值”不由您填写，文件中的改动没有采纳。'])
  })
})
