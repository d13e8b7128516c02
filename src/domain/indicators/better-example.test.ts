import { describe, expect, test } from 'vitest'
import { findBetterExample, type WeakRow } from './better-example.ts'
import { guessSector } from './guess-sector.ts'
import { readLevels } from './read-level.ts'
import { SAMPLE } from './sample-library.fixture.ts'
import { buildSuggestIndex } from './suggest-index.ts'

const INDEX = buildSuggestIndex(SAMPLE)

test.each([
  [{ name: '指标2：工程验收合格率' }, '项目验收合格率 =100%', 'a prefix of the form is no part of the name'],
  [{ name: '★群众满意度(≥**%)' }, '服务对象满意度 ≥95%', 'nor is a printed target'],
  [{ name: '供水水质达标' }, '供水水质达标率 ≥95%', 'nearly the name'],
  [
    { name: '项目验收合格率', targetText: '合格' },
    '项目验收合格率 =100%',
    'the name is right, the target is weak',
  ],
  [{ name: '项目验收合格率', targetText: '100%' }, undefined, 'nothing is better than what is there'],
  [{ name: '明显提升', level2: '社会效益指标(15分)' }, '受益人口数 ≥95%', 'only the level is known'],
  [{ name: '明显提升', level1: '效益指标' }, undefined, 'a first level alone is too little'],
  [
    { name: '河道总长', level1: '效益指标', level2: '社会效益' },
    '受益人口数 ≥95%',
    'a quantity is no benefit',
  ],
  [{ name: '财政供养人员控制率' }, undefined, 'nothing known of it'],
])('%j → %s (%s)', (row: WeakRow, expected: string | undefined, _why: string) =>
  expect(findBetterExample(INDEX, row)?.text).toBe(expected),
)

test('why says how it was found', () => {
  expect(findBetterExample(INDEX, { name: '竣工验收通过率', level2: 'quality' })?.why).toBe(
    '同义写法“竣工验收通过率”含“竣工验收通过率”；同为质量指标；各行业通用',
  )
  expect(findBetterExample(INDEX, { name: '改善', level2: '质量指标', sector: 'water' })).toMatchObject({
    indicator: { id: 'WAT-001' },
    why: '没有名称相近的指标，这是水利常用的质量指标',
  })
})

describe('levels as printed', () => {
  test.each([
    ['产出指标(50分)', '数量指标', { level1: 'output', level2: 'quantity' }],
    ['产出指标', '成本指标', { level1: 'cost', level2: 'economicCost' }],
    ['成本指标', '生态环境成本指标', { level1: 'cost', level2: 'ecologicalCost' }],
    ['产出指标', '经济效益', { level1: 'benefit', level2: 'economic' }],
    ['项目完成指标', null, { level1: 'output' }],
    ['效益指标', '环境效益', { level1: 'benefit', level2: 'ecological' }],
    ['满意度指标', '群众满意度', { level1: 'satisfaction', level2: 'serviceSatisfaction' }],
    ['output', 'outputCost', { level1: 'cost', level2: 'economicCost' }],
    ['benefit', 'social', { level1: 'benefit', level2: 'social' }],
    ['过程指标', '资金管理', {}],
    [undefined, undefined, {}],
  ])('%s / %s → %j', (level1, level2, expected) => expect(readLevels(level1, level2)).toEqual(expected))
})

test.each([
  [['示例县水务局'], 'water', 'a department'],
  [['示例县教育局', '学校供水改造工程（水利）'], 'education', 'the department decides before the project'],
  [[null, '农村学校食堂建设'], 'education', 'the project when the department says nothing'],
  [['示例县财政局', '会议室改造'], undefined, 'neither'],
])('%j is of %s (%s)', (texts: (string | null)[], expected: string | undefined, _why: string) =>
  expect(guessSector(SAMPLE.sectors, texts)).toBe(expected),
)
