import { describe, expect, test } from 'vitest'
import { readerOf } from '../../../rules/testing.ts'
import { type ExpertFacts, findConflicts, isSameHouse, type JudgedProject } from './index.ts'

const RULES = readerOf({ 'evaluation.conflict_years': { years: 3 } })
const PROJECT: JudgedProject = {
  unitName: '示例县农业技术推广中心',
  departmentName: '示例县农业农村局',
  institutions: ['明衡绩效评价咨询中心'],
  on: '2026-11-27',
}
const EXPERT: ExpertFacts = {
  person: 'p',
  name: '甲',
  employers: ['示例大学'],
  employment: [],
  relations: [],
  participation: [],
}
const found = (more: Partial<ExpertFacts>) =>
  findConflicts({ ...EXPERT, ...more }, PROJECT, RULES).map(({ ruleId }) => ruleId)

test.each<[one: string, other: string, isSame: boolean]>([
  ['示例县农业农村局', '示例县农业农村局', true],
  ['示例县 农业农村局（本级）', '示例县农业农村局', true],
  ['示例县农业农村局(本级)', '示例县农业农村局', true],
  ['示例县农业农村局种子管理站', '示例县农业农村局', true],
  ['示例县农业农村局', '示例县农业技术推广中心', false],
  ['另一县农业农村局', '示例县农业农村局', false],
  ['县局', '县局下属中心', false],
  ['', '示例县农业农村局', false],
  ['（本级）', '（本级）', false],
])('%s and %s are the same house: %s', (one, other, isSame) => {
  expect([isSameHouse(one, other), isSameHouse(other, one)]).toEqual([isSame, isSame])
})

describe('grounds found, each under its own rule', () => {
  const until = (day: string | null) => ({ employment: [{ employer: '示例县农业农村局', until: day }] })
  test.each<[why: string, facts: Partial<ExpertFacts>, rules: string[]]>([
    ['nothing', {}, []],
    ['works for the unit', { employers: ['示例县农业技术推广中心（本级）'] }, ['EXA-121']],
    ['works for a part of the department', { employers: ['示例县农业农村局园艺站'] }, ['EXA-121']],
    ['left on the anniversary three years ago', until('2023-11-27'), ['EXA-122']],
    ['left a day more than three years ago', until('2023-11-26'), []],
    ['never said when they left', until(null), ['EXA-122']],
    ['left another house yesterday', { employment: [{ employer: '某局', until: '2026-11-26' }] }, []],
    ['works for who was commissioned before', { employers: ['明衡绩效评价咨询中心'] }, ['EXA-123']],
    [
      'lately left who was commissioned before',
      { employment: [{ employer: '明衡绩效评价咨询中心', until: '2025-01-01' }] },
      ['EXA-123'],
    ],
    [
      'long ago left who was commissioned before',
      { employment: [{ employer: '明衡绩效评价咨询中心', until: '2020-01-01' }] },
      [],
    ],
    ['took part', { participation: ['2026-01-05 申报绩效目标'] }, ['EXA-124']],
    [
      'declared a relative in the department',
      { relations: [{ institution: '示例县农业农村局', relation: '亲属在该单位任职' }] },
      ['EXA-125'],
    ],
    ['declared a relative elsewhere', { relations: [{ institution: '示例县财政局', relation: '亲属' }] }, []],
    [
      'several at once',
      { employers: ['示例县农业农村局'], participation: ['2026-01-05 审核'] },
      ['EXA-121', 'EXA-124'],
    ],
  ])('%s', (_why, facts, rules) => expect(found(facts)).toEqual(rules))

  test('each says in words what was found', () => {
    const [conflict] = findConflicts({ ...EXPERT, ...until('2024-06-30') }, PROJECT, RULES)
    expect(conflict?.reason).toBe('2024年6月30日前在“示例县农业农村局”任职，未满3年')
  })
})
