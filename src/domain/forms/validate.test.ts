import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FieldDefinition, FormDefinition } from './form.ts'
import { initialContent } from './form-index.ts'
import { withSystemValues } from './system-values.ts'
import { validateContent } from './validate.ts'

const ID = '018f0000-0000-7000-8000-000000000001'
const OPTIONS = [
  { value: 'a', label: '甲' },
  { value: 'b', label: '乙' },
]
const TYPES = {
  text: { max: 5 },
  longtext: {},
  integer: { min: 0, max: 100 },
  decimal: {},
  percent: { min: 0, max: 100 },
  date: {},
  choice: { options: OPTIONS },
  choices: { options: OPTIONS },
  boolean: {},
  files: { max: 2 },
  person: {},
  organisation: {},
} as const

const FORM: FormDefinition = {
  id: 'test/form',
  title: '试验表',
  source: { id: 'x' },
  sections: [
    {
      id: 'simple',
      title: '各类栏目',
      fields: [
        ...Object.entries(TYPES).map(
          ([type, more]) => ({ id: type, label: type, type, ...more }) as FieldDefinition,
        ),
        { id: 'money_fen', label: '金额', type: 'money' },
        { id: 'change_fen', label: '增减', type: 'money', min: -1 },
      ],
    },
    {
      id: 'must',
      title: '必填',
      fields: [
        { id: 'goal', label: '目标', type: 'text', required: true },
        { id: 'isClassified', label: '涉密', type: 'boolean' },
        { id: 'number', label: '编号', type: 'text', requiredWhen: { field: 'isClassified', equals: true } },
        { id: 'total', label: '总分', type: 'integer', readonly: true },
      ],
    },
    {
      id: 'tables',
      title: '表格',
      fields: [
        {
          id: 'rows',
          label: '明细',
          type: 'rows',
          min: 1,
          max: 3,
          columns: [
            { id: 'item', label: '内容', type: 'text', required: true },
            { id: 'weight_x100', label: '分值', type: 'integer' },
            { id: 'score_x100', label: '得分', type: 'integer' },
          ],
        },
        {
          id: 'fixed',
          label: '固定',
          type: 'rows',
          columns: [
            { id: 'code', label: '编号', type: 'text', readonly: true },
            { id: 'note', label: '说明', type: 'text' },
          ],
          defaultRows: [{ code: 'A' }, { code: 'B' }],
        },
        {
          id: 'bound',
          label: '指标',
          type: 'rows',
          bound: 'indicator',
          columns: [
            { id: 'name', label: '名称', type: 'text' },
            { id: 'light', label: '灯', type: 'text', readonly: true },
          ],
        },
      ],
    },
  ],
}

const draft = (content: unknown, stored?: unknown) =>
  validateContent(FORM, content, { mode: 'draft', ...(stored === undefined ? {} : { stored }) })

describe('draft: types and formats', () => {
  test.each<[field: string, right: unknown[], wrong: unknown[]]>([
    ['text', ['', '五个字以内', null], ['六个字就太长', 'a\nb', 'a\u0000', '\ud800', 5, {}, []]],
    ['longtext', ['一\n二', '😀'], ['字'.repeat(4001), '\udc00x', true]],
    ['integer', [0, 100, null], [-1, 101, 1.5, '5', Number.NaN]],
    [
      'decimal',
      ['-1', '0.000001', '1'.repeat(18)],
      ['1,5', '1e3', '', '0.0000001', '1'.repeat(19), 5].slice(0, 2),
    ],
    ['decimal', [''], ['0.0000001', '1'.repeat(19), 5, '≥95', '.5', '5.']],
    ['percent', ['0', '100', '87.5'], ['-0.1', '100.1', '87.5%']],
    ['money_fen', ['0', '62000000'], ['-1', '6.2', '62,000', 62, '1'.repeat(19)]],
    ['change_fen', ['-14000000'], ['-']],
    ['date', ['2024-02-29'], ['2023-02-29', '2023-2-9', '2023年2月9日', 20230209]],
    ['choice', ['a'], ['c', '甲', ['a'], '__proto__']],
    ['choices', [[], ['a', 'b']], ['a', ['c'], ['a', 'a'], [['a']]]],
    ['boolean', [true, false], ['true', 1]],
    ['files', [[ID]], [ID, ['x'], [ID, ID], [1]]],
    ['person', [ID], ['张三', 1]],
    ['organisation', [ID], ['某局']],
    ['rows', [[], [{ item: '甲' }], null], ['x', {}, [null], [[]], ['x'], Array(4).fill({})]],
  ])('%s', (field, right, wrong) => {
    for (const value of right) expect(draft({ [field]: value }), JSON.stringify(value)).toEqual([])
    for (const value of wrong) expect(draft({ [field]: value }), JSON.stringify(value)).not.toEqual([])
  })

  test('unknown fields and columns are refused and named', () => {
    expect(draft({ other: 1 })).toMatchObject([{ ruleId: 'FRM-002', where: { field: 'other' } }])
    expect(draft(JSON.parse('{"__proto__": 1}'))).toMatchObject([{ ruleId: 'FRM-002' }])
    expect(draft({ rows: [{ item: '甲' }, { extra: 1 }] })).toMatchObject([
      { ruleId: 'FRM-002', where: { section: 'tables', field: 'rows', row: 1, column: 'extra' } },
    ])
  })

  test('a score on its points is right, one hundredth above is not', () => {
    expect(draft({ rows: [{ weight_x100: 500, score_x100: 500 }] })).toEqual([])
    expect(draft({ rows: [{ weight_x100: 500, score_x100: 501 }] })).toMatchObject([{ ruleId: 'FRM-009' }])
  })

  test.each([null, undefined, 5, 'x', [], true])('%j is no content', (content) => {
    expect(draft(content)).toMatchObject([{ ruleId: 'FRM-001' }])
  })
})

describe('submission: completeness', () => {
  const submit = (content: object, sections?: string[]) =>
    validateContent(FORM, content, { mode: 'submit', ...(sections ? { sections } : {}) }).map(
      ({ where }) => where,
    )

  test('missing, blank and empty tables are found; a draft may be empty', () => {
    expect(draft({})).toEqual([])
    expect(submit({ goal: ' ' })).toEqual([
      { section: 'must', field: 'goal' },
      { section: 'tables', field: 'rows' },
    ])
    expect(submit({ goal: '目标', rows: [{}] })).toEqual([
      { section: 'tables', field: 'rows', row: 0, column: 'item' },
    ])
    expect(submit({ goal: '目标', rows: [{ item: '甲' }] })).toEqual([])
  })

  test('a condition decides', () => {
    const rest = { goal: '目标', rows: [{ item: '甲' }] }
    expect(submit({ ...rest, isClassified: false })).toEqual([])
    expect(submit({ ...rest, isClassified: true })).toEqual([{ section: 'must', field: 'number' }])
  })

  test('only the sections that are due', () => {
    expect(submit({}, ['simple'])).toEqual([])
    expect(submit({}, ['must'])).toEqual([{ section: 'must', field: 'goal' }])
  })
})

describe('what the system filled in', () => {
  const stored = {
    total: 90,
    fixed: [{ code: 'A', note: '旧' }, { code: 'B' }],
    bound: [{ id: 'i1', name: '旧', light: 'red' }],
  }
  const rules = (content: object) => draft(content, stored).map(({ ruleId }) => ruleId)

  test.each<[why: string, content: object, rules: string[]]>([
    ['left out', {}, []],
    ['as it was', stored, []],
    ['another total', { total: 100 }, ['FRM-007']],
    ['a row dropped', { fixed: [{ code: 'A' }] }, ['FRM-008']],
    ['a row added', { fixed: [...stored.fixed, { code: 'C' }] }, ['FRM-008', 'FRM-007']],
    ['a row twice', { fixed: [{ code: 'A' }, { code: 'A' }] }, ['FRM-008']],
    ['filled in', { fixed: [{ code: 'B', note: '乙' }, { code: 'A' }] }, []],
    ['a light changed', { bound: [{ id: 'i1', light: 'green' }] }, ['FRM-007']],
    ['a free row added', { bound: [{ id: 'i2', name: '新' }] }, []],
    ['a free row with a light of its own', { bound: [{ id: 'i2', light: 'green' }] }, ['FRM-007']],
  ])('%s', (_why, content, expected) => {
    expect(rules(content)).toEqual(expected)
  })

  test('is put back, matched by row whatever the order', () => {
    const sent = {
      total: 1,
      fixed: [{ code: 'B', note: '乙' }, { code: 'A' }],
      bound: [{ id: 'i1', name: '新' }],
    }
    expect(withSystemValues(FORM, stored, sent)).toEqual({
      total: 90,
      fixed: [{ code: 'B', note: '乙' }, { code: 'A' }],
      bound: [{ id: 'i1', name: '新', light: 'red' }],
    })
  })

  test('a new record begins with the printed rows', () => {
    expect(initialContent(FORM)).toEqual({ fixed: [{ code: 'A' }, { code: 'B' }] })
  })
})

describe('whatever arrives', () => {
  const ids = FORM.sections.flatMap(({ fields }) => fields.map(({ id }) => id))
  const nearly = fc.dictionary(fc.constantFrom(...ids), fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue())))

  test('it answers with findings and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), nearly), fc.oneof(fc.jsonValue(), nearly), (content, stored) => {
        for (const mode of ['draft', 'submit'] as const) {
          const findings = validateContent(FORM, content, { mode, stored })
          expect(findings.every(({ severity, message }) => severity === 'error' && message !== '')).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('not even for JSON deeper than the stack', () => {
    const deep = JSON.parse('['.repeat(5000) + ']'.repeat(5000))
    const content = { text: deep, rows: deep, total: deep, choices: deep }
    expect(validateContent(FORM, content, { mode: 'submit', stored: content }).length).toBeGreaterThan(0)
  })
})
