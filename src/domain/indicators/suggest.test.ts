import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText } from './runs.ts'
import { makeIndicator, SAMPLE } from './sample-library.fixture.ts'
import { scanLibrary } from './scan.fixture.ts'
import { sharedWords, suggestIndicators } from './suggest.ts'
import { buildSuggestIndex } from './suggest-index.ts'

const INDEX = buildSuggestIndex(SAMPLE)
const ids = (typed: string, wish = {}) => suggestIndicators(INDEX, typed, wish).map((one) => one.indicator.id)

describe('what is found', () => {
  test.each([
    ['验收', ['COM-001'], 'a part of a name'],
    ['竣工验收', ['COM-001'], 'a synonym'],
    ['群众满意', ['COM-003'], 'only a synonym'],
    ['水质 达标（率）', ['WAT-001'], 'spaces and brackets say nothing'],
    ['治', ['WAT-002'], 'one character: what begins with it'],
    ['领导讲话', [], 'nothing in common'],
    ['  ', [], 'nothing typed'],
  ])('%s → %j (%s)', (typed, expected) => expect(ids(typed)).toEqual(expected))

  test('the same name in full comes first', () => {
    const library = {
      ...SAMPLE,
      indicators: [makeIndicator({ id: 'AAA-001', name: '农村项目验收合格率提高' }), ...SAMPLE.indicators],
    }
    const found = suggestIndicators(buildSuggestIndex(library), '项目验收合格率')
    expect(found.map((one) => one.indicator.id)).toEqual(['COM-001', 'AAA-001'])
  })

  test('equal nearness is settled by the id', () => {
    const twins = ['B', 'A'].map((letter) => makeIndicator({ id: `${letter}AA-001`, name: '道路里程' }))
    const found = suggestIndicators(buildSuggestIndex({ ...SAMPLE, indicators: twins }), '道路')
    expect(found.map((one) => one.indicator.id)).toEqual(['AAA-001', 'BAA-001'])
  })
})

describe('level and sector', () => {
  test('come first when only wished for', () => {
    expect([...ids('达标')].sort()).toEqual(['EDU-002', 'WAT-001'])
    expect(ids('达标', { sector: 'water' })[0]).toBe('WAT-001')
    expect(ids('达标', { sector: 'education' })[0]).toBe('EDU-002')
  })

  test('bind when they are a filter', () => {
    expect(ids('达标', { sector: 'water', isStrict: true })).toEqual(['WAT-001'])
    expect(ids('达标', { level2: 'quantity', isStrict: true })).toEqual([])
  })

  test('cost under output is the same cost', () => {
    expect(ids('总成本', { level1: 'output', level2: 'outputCost', isStrict: true })).toEqual(['COM-002'])
  })
})

test.each([
  ['竣工验收', {}, ['同义写法“竣工验收通过率”含“竣工验收”', '各行业通用']],
  [
    '水质',
    { sector: 'water', level1: 'output', level2: 'quality' },
    ['名称含“水质”', '同为质量指标', '同一行业：水利'],
  ],
  ['水质', { level1: 'output' }, ['名称含“水质”', '同为产出指标', '行业：水利']],
  ['治', {}, ['名称以“治”开头', '行业：水利']],
])('why %s with %j: %j', (typed, wish, expected) => {
  expect(suggestIndicators(INDEX, typed, wish)[0]?.why).toEqual(expected)
})

test.each([
  ['竣工验收合格', '验收合格率', ['验收合格']],
  ['道路硬化长度', '硬化道路长度', ['道路', '硬化', '长度']],
  ['甲乙', '乙甲', []],
])('%s and %s share %j', (one, other, expected) => expect(sharedWords(one, other)).toEqual(expected))

const LETTERS = [...'验收合格率水质达标学校项目满意度农村人数']
const word = (min: number) => fc.array(fc.constantFrom(...LETTERS), { minLength: min, maxLength: 8 })

test('the index answers exactly what reading every indicator would', () => {
  const name = word(2).map((letters) => letters.join(''))
  const libraries = fc.array(fc.record({ name, synonyms: fc.array(name, { maxLength: 2 }) }), {
    maxLength: 30,
  })
  fc.assert(
    fc.property(libraries, word(1), fc.constantFrom(undefined, 'output', 'cost'), (rows, letters, level1) => {
      const indicators = rows.map((row, at) =>
        makeIndicator({ id: `ID-${String(at).padStart(3, '0')}`, ...row }),
      )
      const index = buildSuggestIndex({ ...SAMPLE, indicators })
      const typed = letters.join('')
      const wish = { limit: 5, ...(level1 ? { level1 } : {}) }
      const told = (found: readonly { indicator: { id: string }; score: number }[]) =>
        found.map((one) => `${one.indicator.id} ${one.score.toFixed(9)}`)
      expect(told(suggestIndicators(index, typed, wish))).toEqual(
        told(scanLibrary(index, plainText(typed), wish)),
      )
    }),
    { numRuns: 300 },
  )
})

test('coverage is a share, and every suggestion says why', () => {
  fc.assert(
    fc.property(word(1), (letters) => {
      for (const { coverage, why } of suggestIndicators(INDEX, letters.join(''))) {
        expect(coverage).toBeGreaterThan(0)
        expect(coverage).toBeLessThanOrEqual(1 + 1e-9)
        expect(why.length).toBeGreaterThanOrEqual(2)
      }
    }),
  )
})
