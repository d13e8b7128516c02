import { describe, expect, test } from 'vitest'
import { isOwnEvaluation } from '../../executor.ts'
import { checkConfirmer, checkGroup, checkMembers, checkPledges, type Standing } from './index.ts'

const STANDING: Readonly<Record<string, Standing>> = { a: 'office', b: 'office', e: 'expert' }
const standingOf = (person: string) => STANDING[person] ?? 'none'
const row = (person: string | null, duty: 'leader' | 'member' | null = 'member') => ({ person, duty })

describe('EVA-111 评价组组成', () => {
  test.each([
    ['a leader, a colleague and an expert', [row('a', 'leader'), row('b'), row('e')], []],
    ['nobody leads', [row('a'), row('b')], [undefined]],
    ['two lead', [row('a', 'leader'), row('b', 'leader')], [undefined]],
    ['an expert leads', [row('e', 'leader'), row('a')], [undefined]],
    ['the same person twice', [row('a', 'leader'), row('a')], [1]],
    ['somebody from elsewhere', [row('a', 'leader'), row('x')], [1]],
    ['a row without a person is the form’s to find', [row('a', 'leader'), row(null)], []],
  ])('%s', (_why, group, rows) => {
    expect(checkGroup({ group }, standingOf).map(({ where }) => where.row)).toEqual(rows)
  })
})

test('EVA-112 每一条回避理由都指到人', () => {
  const found = checkMembers([
    { row: 0, name: '甲', grounds: [] },
    { row: 1, name: '乙', grounds: ['现工作单位就是项目单位', '办理过本项目的事项'] },
  ])
  expect(found.map(({ ruleId, where }) => [ruleId, where.row])).toEqual([
    ['EVA-112', 1],
    ['EVA-112', 1],
  ])
  expect(found[0]?.message).toContain('第 2 行乙现工作单位')
})

test.each([
  ['all have pledged', [{ person: 'a', pledgedOn: '2023-06-01' }], undefined],
  ['one has not', [{ person: 'a', pledgedOn: '2023-06-01' }, { person: 'b' }], '名b'],
  ['an institution evaluates', undefined, undefined],
] as const)('EVA-113 先承诺后评价: %s', (_why, members, named) => {
  const found = checkPledges(members ? { members } : {}, (person) => `名${person}`)
  expect(found.length).toBe(named === undefined ? 0 : 1)
  if (named !== undefined) expect(found[0]?.message).toContain(named)
})

test.each([
  ['a', 1],
  ['z', 0],
] as const)('EVA-114 另人复核: %s', (person, count) => {
  expect(checkConfirmer({ members: [{ person: 'a', duty: 'member' }] }, person)).toHaveLength(count)
})

test.each([
  ['own', true],
  ['agency', false],
  [null, false],
  [undefined, false],
] as const)('组织方式 %s', (executorKind, isOwn) => {
  expect(isOwnEvaluation(executorKind === undefined ? {} : { executorKind })).toBe(isOwn)
})
