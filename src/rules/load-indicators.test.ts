import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { findTwins } from '../domain/indicators/duplicates.ts'
import { plainText } from '../domain/indicators/runs.ts'
import { BASES, COUNTS, KINDS, LEVELS, OBTAINING, OPERATORS } from '../domain/indicators/index.ts'
import { loadForms } from './load-forms.ts'
import { loadIndicators } from './load-indicators.ts'
import { loadRules } from './load-rules.ts'
import { parseIndicator } from './parse-indicator.ts'

const RULES = join(import.meta.dirname, '../../rules')
const { sources } = loadRules(RULES)
const { sectors, indicators } = loadIndicators(RULES, sources)

describe('the library as it ships', () => {
  test('has at least 300 indicators over 12 sectors after everything doubtful is taken out', () => {
    const twins = findTwins(indicators, 0.5)
    const sure = indicators.length - new Set(twins.map(({ other }) => other.id)).size
    expect(sectors.length).toBeGreaterThanOrEqual(13)
    expect(sure).toBeGreaterThanOrEqual(300)
    const small = sectors.filter(({ id }) => indicators.filter(({ sector }) => sector === id).length < 18)
    expect(small).toEqual([])
  })

  test('says nothing twice: the duplicate rate is printed and bounded', () => {
    const twins = findTwins(indicators, 0.5)
    const lines = twins.map(
      ({ one, other, why, likeness }) => `  ${one.name} / ${other.name}：${why} ${likeness.toFixed(2)}`,
    )
    const rate = twins.length / indicators.length
    console.log(
      [
        `指标 ${indicators.length} 项，相近 ${twins.length} 对，重复率 ${(rate * 100).toFixed(2)}%`,
        ...lines,
      ].join('\n'),
    )
    expect(twins.filter(({ why, likeness }) => why === '名称相同' || likeness >= 0.65)).toEqual([])
    expect(rate).toBeLessThanOrEqual(0.015)
  })

  test('no synonym is the name of another indicator', () => {
    const owners = new Map(indicators.map(({ id, name }) => [plainText(name), id]))
    const stolen = indicators.flatMap(({ id, synonyms }) =>
      synonyms.filter((word) => (owners.get(plainText(word)) ?? id) !== id).map((word) => `${id} ${word}`),
    )
    expect(stolen).toEqual([])
  })

  test.each(sectors.map(({ id, title }) => [title, id]))(
    '%s measures output, benefit and cost',
    (_title, id) => {
      const levels = new Set(indicators.filter(({ sector }) => sector === id).map(({ level1 }) => level1))
      expect([...levels].sort()).toEqual(expect.arrayContaining(['benefit', 'cost', 'output']))
    },
  )

  test('a share never asks for more than all of it, and a cost never for more', () => {
    const wrong = indicators.filter(
      ({ level1, operator, example }) =>
        example.includes('≥100%') || (level1 === 'cost' && operator !== undefined && operator === 'ge'),
    )
    expect(wrong).toEqual([])
  })
})

test('the library speaks the words of the target form', () => {
  const sheet = loadForms(RULES).find(({ id }) => id === 'targets/sheet')
  const columns = sheet?.sections
    .flatMap(({ fields }) => fields)
    .find(({ id }) => id === 'indicators')?.columns
  const optionsOf = (column: string) =>
    Object.fromEntries(
      columns?.find(({ id }) => id === column)?.options?.map(({ value, label }) => [value, label]) ?? [],
    )
  expect(optionsOf('kind')).toEqual(KINDS)
  expect(optionsOf('operator')).toMatchObject(OPERATORS)
  expect(optionsOf('accumulation')).toEqual(COUNTS)
  expect(optionsOf('basis')).toEqual(BASES)
  expect(optionsOf('obtaining')).toEqual(OBTAINING)
  expect(optionsOf('level1')).toEqual(
    Object.fromEntries(Object.entries(LEVELS).map(([code, { title }]) => [code, title])),
  )
  expect(optionsOf('level2')).toEqual(
    Object.assign({}, ...Object.values(LEVELS).map(({ level2 }) => level2)) as unknown,
  )
})

describe('what does not load', () => {
  const good = {
    id: 'TST-001',
    name: '合格产品比例',
    level: 'output/quality',
    measure: { kind: 'quant', operator: 'ge', unit: '%', count: 'point' },
    definition: '年末抽查的产品中达到标准的件数所占比例。',
    numerator: '合格件数',
    denominator: '抽查件数',
    value: { basis: 'policy', obtaining: 'statistics', example: '≥95%' },
    data: { source: '台账', class: 'working', papers: '抽查表', frequency: 'year' },
    kinds: ['检查'],
    synonyms: ['合格率'],
    origin: { source: 'law-budget', standing: 'memory' },
    mistakes: '抽查过少。',
  }
  const faultsOf = (change: object) => {
    const entry: unknown = JSON.parse(JSON.stringify({ ...good, ...change }))
    const parsed = parseIndicator('test', entry, sources)
    return parsed.ok ? '' : parsed.faults.join('；')
  }
  const measure = (change: object) => ({ measure: { ...good.measure, ...change } })
  const example = (text: string) => ({ value: { ...good.value, example: text } })

  test('a complete entry does', () => expect(faultsOf({})).toBe(''))

  test.each([
    ['an unknown key', { colour: '红' }, '多余字段 colour'],
    ['no evidence', { data: { ...good.data, papers: undefined } }, '缺少 papers'],
    ['an id of another form', { id: 'test-1' }, '编号应为三个大写字母'],
    ['a second level of another first', { level: 'benefit/quality' }, '不属于一级指标'],
    ['cost hidden under output', { level: 'output/outputCost', ...measure({ operator: 'le' }) }, '统一放在'],
    ['a cost that should grow', { level: 'cost/economicCost' }, '不能为≥'],
    ['a quantity without a unit', measure({ unit: '' }), 'unit 不能为空'],
    ['a state with a unit', { measure: { kind: 'qual', unit: '%' } }, '多余字段 unit'],
    ['a share without its whole', { denominator: undefined }, '分母'],
    ['formula and ratio at once', { formula: '甲' }, '二者择一'],
    [
      'a share in words only',
      { numerator: undefined, denominator: undefined, formula: '合格件数' },
      '分子和分母',
    ],
    ['a rate that grows with the months', measure({ count: 'cumulative' }), '比率和单位成本按时点数计'],
    ['a target in the name', { name: '合格率(≥**%)' }, '名称中不要写符号'],
    ['a definition that says nothing', { definition: '合格的比例。' }, '过短'],
    ['an example of the other direction', example('≤95%'), '方向不一致'],
    ['an example of another unit', example('≥95件'), '单位'],
    ['an example without a sign', example('95%'), '没有符号'],
    ['an example in words', example('显著提高'), '读不出数值'],
    ['more than all', example('≥120%'), '超过100%'],
    ['at least all', example('≥100%'), '=100%'],
    ['a source nobody listed', { origin: { source: 'rumour', standing: 'memory' } }, '未列入'],
    [
      'seen where only the title is known',
      { origin: { source: 'law-forest', standing: 'seen' } },
      '见于原文',
    ],
    ['our proposal under a law', { origin: { source: 'law-forest', standing: 'proposal' } }, '系统建议值'],
    [
      'our proposal binding all',
      { origin: { source: 'jiheng-default', standing: 'proposal' }, locked: true },
      '官方依据',
    ],
    ['a synonym twice', { synonyms: ['合格率', '合格率'] }, '同义写法重复'],
  ])('%s', (_why, change, expected) => expect(faultsOf(change)).toContain(expected))

  const folder = mkdtempSync(join(tmpdir(), 'jiheng-library-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('the same id in two files', () => {
    mkdirSync(join(folder, 'indicators'))
    for (const sector of ['common', 'other']) {
      const file = { sector, title: sector, words: [], indicators: [good] }
      writeFileSync(join(folder, 'indicators', `${sector}.yaml`), stringify(file))
    }
    expect(() => loadIndicators(folder, sources)).toThrow(
      expect.objectContaining({ code: 'RULE_VIOLATED', message: expect.stringContaining('TST-001 重复') }),
    )
  })
})
