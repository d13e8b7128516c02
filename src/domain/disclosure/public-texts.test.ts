import { describe, expect, test } from 'vitest'
import { mapFreeTexts, packageTexts } from './public-texts.ts'
import type { PublishedProject } from './published-project.ts'
import { SAMPLE } from './sample-publication.fixture.ts'
import { EXEMPT_PATHS, FREE_PATHS } from './text-paths.ts'

type Leaf = { readonly path: string; readonly text: string }

/** Every leaf that is text, by its path; written apart from what is tested. */
function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'string') return [{ path: path.slice(1), text: value }]
  if (typeof value !== 'object' || value === null) return []
  const step = (key: string) => (Array.isArray(value) ? '*' : key)
  return Object.entries(value).flatMap(([key, one]) => leaves(one, `${path}.${step(key)}`))
}

/** The sample with a text of its own everywhere. */
const marked = (() => {
  let count = 0
  const mark = (value: unknown): unknown => {
    if (typeof value === 'string') {
      count += 1
      return `T${count}T`
    }
    if (Array.isArray(value)) return value.map(mark)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mark(one)]))
  }
  return mark(SAMPLE) as PublishedProject
})()

describe('packageTexts', () => {
  test('every text of a publication is scanned, unless its path is exempt with a reason', () => {
    const scanned = new Set(packageTexts(marked).map(({ text }) => text))
    const missed = leaves(marked).filter(({ text }) => !scanned.has(text))
    expect([...new Set(missed.map(({ path }) => path))].sort()).toEqual(
      Object.keys(EXEMPT_PATHS)
        .filter((path) => leaves(marked).some((leaf) => leaf.path === path))
        .sort(),
    )
    expect(Object.values(EXEMPT_PATHS).filter((reason) => reason.length < 5)).toEqual([])
  })

  test.each<[what: string, change: (sample: PublishedProject) => unknown]>([
    [
      '问题第1项涉及指标',
      ({ problems }) => ({ problems: problems?.map((one) => ({ ...one, indicator: 'X' })) }),
    ],
    [
      '公开载体',
      ({ published }) => ({
        published: { ...published, elsewhere: { ...published.elsewhere, carrier: 'X' } },
      }),
    ],
    ['项目代码', ({ project }) => ({ project: { ...project, code: 'X' } })],
    ['评价机构', ({ evaluation }) => ({ evaluation: { ...evaluation, evaluator: 'X' } })],
    ['其他文字', () => ({ laterField: 'X' })],
  ])('%s is among them', (label, change) => {
    const texts = packageTexts({ ...SAMPLE, ...(change(SAMPLE) as object) })
    expect(texts).toContainEqual(expect.objectContaining({ label: `公开数据“${label}”`, text: 'X' }))
  })

  test('every place has a name that people understand', () => {
    expect(packageTexts(marked).filter(({ label }) => /其他文字|[a-z]/i.test(label))).toEqual([])
  })
})

describe('mapFreeTexts', () => {
  const covered = mapFreeTexts(SAMPLE, () => '×')
  const changed = leaves(covered).filter(({ text }) => text === '×')

  test('covers sentences only: money, codes, dates and figures stay', () => {
    expect(changed.filter(({ path }) => !FREE_PATHS.has(path))).toEqual([])
    expect(new Set(changed.map(({ path }) => path))).toContain('problems.*.problem')
    expect(covered.project).toEqual(SAMPLE.project)
    expect(covered.target?.indicators.map(({ targetText }) => targetText)).toEqual(['≥1000人', '≤5%'])
    expect(covered.selfEvaluation?.rows[0]).toMatchObject({ targetText: '≥1000人', actualInWords: '900人' })
    expect(covered.evaluation?.spent_fen).toBe(SAMPLE.evaluation?.spent_fen)
  })

  test('an answer in words may be covered, a yes or no may not', () => {
    const rowOf = (kind: 'qual' | 'yesno') =>
      mapFreeTexts(
        {
          ...SAMPLE,
          selfEvaluation: SAMPLE.selfEvaluation && {
            ...SAMPLE.selfEvaluation,
            rows: SAMPLE.selfEvaluation.rows.map((row) => ({
              ...row,
              actualInWords: '是',
              target: { ...row.target, kind, value: null },
              actual: { actualText: '是' },
            })),
          },
        },
        () => '×',
      ).selfEvaluation?.rows[0]
    expect(rowOf('qual')).toMatchObject({ actualInWords: '×', actual: { actualText: '×' } })
    expect(rowOf('yesno')).toMatchObject({ actualInWords: '是', actual: { actualText: '是' } })
  })
})
