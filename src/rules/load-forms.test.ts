import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Content } from '../domain/forms/form.ts'
import type { FormContents } from '../domain/forms/contents.ts'
import { RECORD_KINDS } from '../domain/record-kinds.ts'
import { canEditSection } from '../domain/workflow/record-kind.ts'
import { contentsModule } from './contents-module.ts'
import { loadForms } from './load-forms.ts'
import { loadRules } from './load-rules.ts'
import { parseForm } from './parse-form.ts'

const FORMS = loadForms('rules')

describe('the forms of the product', () => {
  test('contents.ts is what the generator makes of them', () => {
    expect(readFileSync('src/domain/forms/contents.ts', 'utf8')).toBe(contentsModule(FORMS))
  })

  test('every kind of record has its form, and its edit rights name sections of it', () => {
    for (const kind of RECORD_KINDS) {
      const form = FORMS.find(({ id }) => id === kind.form)
      expect(form, kind.form).toBeDefined()
      const sections = new Set(form?.sections.map(({ id }) => id))
      expect(Object.keys(kind.edits).filter((id) => id !== '*' && !sections.has(id))).toEqual([])
    }
  })

  test('whoever is asked for a field may write in its section then', () => {
    for (const kind of RECORD_KINDS) {
      const sections = FORMS.find(({ id }) => id === kind.form)?.sections ?? []
      for (const { in: states, by, until } of kind.asks ?? []) {
        const section = sections.find(({ fields }) => fields.some(({ id }) => id === until))
        for (const state of states)
          for (const role of by)
            expect([state, canEditSection(kind, section?.id ?? '', state, role)]).toEqual([state, true])
      }
    }
  })

  test('a typed content is a content', () => {
    const typed: FormContents['targets/sheet'] = {
      annualGoal: '建成 3 公里',
      indicators: [{ level1: 'output' }],
    }
    const content: Content = typed
    expect(content['annualGoal']).toBe('建成 3 公里')
  })
})

describe('what a form repeats of the parameters stays the same', () => {
  const rules = loadRules('rules').at({ date: '2023-01-01', jurisdiction: '640000' })
  const fields = FORMS.flatMap((form) => form.sections.flatMap((section) => section.fields))
  const defaults = (id: string, code: string) =>
    fields.find((field) => field.id === id && field.defaultRows?.[0]?.[code] !== undefined)?.defaultRows

  test('expert score sheet: the rubric', () => {
    const { dimensions } = rules.value('exante.rubric').value
    const rubric = dimensions.flatMap(({ code, items }) =>
      items.map(({ id, label, points_x100 }) => ({
        itemCode: id,
        dimension: code,
        item: label,
        weight_x100: points_x100,
      })),
    )
    expect(defaults('scores', 'dimension')).toEqual(rubric)
  })

  test('target sheet: the review points', () => {
    const { aspects } = rules.value('targets.review_points').value
    const points = aspects.flatMap(({ code, lines }) =>
      lines.map(({ id, label, points_x100 }) => ({
        itemCode: id,
        aspect: code,
        point: label,
        weight_x100: points_x100,
      })),
    )
    expect(defaults('review', 'itemCode')).toEqual(points)
  })

  test('pilot selection: the criteria', () => {
    const { criteria } = rules.value('pilot.selection_criteria').value
    expect(defaults('criteria', 'criterion')).toEqual(criteria.map(({ id }) => ({ criterion: id })))
  })

  test('every form cites a source that exists', () => {
    const known = new Set(loadRules('rules').sources.map(({ id }) => id))
    expect(FORMS.map(({ source }) => source.id).filter((id) => !known.has(id))).toEqual([])
  })
})

const FIELD = { id: 'goal', label: '目标', type: 'text' }
const form = (field: object) => ({
  id: 'a/b',
  title: '表',
  source: { id: 'x' },
  sections: [{ id: 's', title: '一', fields: [field] }],
})

test.each<[why: string, field: object, fault: string]>([
  ['a comma in a label makes a key', { ...FIELD, 文字写在别处: null }, '不认识 文字写在别处'],
  ['unknown type', { ...FIELD, type: 'number' }, '没有 number 这种栏目类型'],
  ['money must say its unit', { ...FIELD, type: 'money' }, '_fen'],
  ['and nothing else may', { ...FIELD, id: 'goal_fen' }, '_fen'],
  ['no pinyin, no snake case', { ...FIELD, id: 'mu_biao' }, 'camelCase'],
  [
    'a kind of organisation nobody knows',
    { ...FIELD, type: 'organisation', organisationKind: 'firm' },
    'firm',
  ],
  ['a kind of organisation for a text', { ...FIELD, organisationKind: 'unit' }, '只用于机构'],
  ['choice without options', { ...FIELD, type: 'choice' }, 'options'],
  [
    'options twice',
    { ...FIELD, type: 'choice', options: Array(2).fill({ value: 'a', label: '甲' }) },
    'a 重复',
  ],
  ['rows without columns', { ...FIELD, type: 'rows' }, '有列'],
  [
    'condition on a field that is not there',
    { ...FIELD, requiredWhen: { field: 'x', equals: true } },
    'x 不存在',
  ],
  [
    'default row with a column that is not there',
    { ...FIELD, type: 'rows', columns: [FIELD], defaultRows: [{ other: 'x' }] },
    '“other”',
  ],
  [
    'a system column nobody fills in',
    { ...FIELD, type: 'rows', columns: [FIELD, { ...FIELD, id: 'code', readonly: true }] },
    '只读列',
  ],
])('refuses: %s', (_why, field, fault) => {
  const parsed = parseForm('a/b', form(field))
  expect(parsed).toMatchObject({ ok: false })
  expect(!parsed.ok && parsed.faults.join('\n')).toContain(fault)
})

test('accepts the plain one', () => {
  expect(parseForm('a/b', form(FIELD))).toMatchObject({ ok: true })
})

describe('on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forms-'))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('the error names file and place', () => {
    const file = join(folder, 'forms/targets/sheet.yaml')
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, 'id: targets/other\ntitle: 表\nsource: { id: x }\nsections: []\n')
    expect(() => loadForms(folder)).toThrow('forms/targets/sheet.yaml：id 应为 targets/sheet')
  })
})
