import { describe, expect, test } from 'vitest'
import { isHandOf, isNamed, type Named } from './named.ts'

const GROUP: Named = { of: ['finance_performance', 'expert'], field: 'members' }
const LEADER: Named = { ...GROUP, duty: 'leader' }
const PERSON: Named = { of: ['expert'], field: 'member' }

const OWN = {
  members: [
    { person: 'p1', duty: 'leader', pledgedOn: '2023-06-01' },
    { person: 'p2', duty: 'member', pledgedOn: '2023-06-02' },
    { person: 'p3', duty: 'member' },
  ],
}

describe('who is named', () => {
  test.each([
    ['the leader', LEADER, 'finance_performance', 'p1', OWN, true],
    ['a member is not the leader', LEADER, 'expert', 'p2', OWN, false],
    ['a member', GROUP, 'expert', 'p2', OWN, true],
    ['whoever has not pledged', GROUP, 'expert', 'p3', OWN, false],
    ['a colleague outside the group', GROUP, 'finance_performance', 'p9', OWN, false],
    ['an institution beside a group', GROUP, 'agency', 'p1', OWN, false],
    ['an institution where there is no group', GROUP, 'agency', 'p9', {}, true],
    ['a colleague where there is no group', GROUP, 'finance_performance', 'p1', { members: [] }, false],
    ['the person a record is about', PERSON, 'expert', 'p1', { member: 'p1' }, true],
    ['another one', PERSON, 'expert', 'p2', { member: 'p1' }, false],
    ['a right for posts', undefined, 'unit', 'p9', OWN, true],
  ] as const)('%s', (_who, named, role, personId, content, expected) => {
    expect(isNamed(named, { role, personId }, content)).toBe(expected)
  })

  test.each([
    ['a group', LEADER, 'finance_performance', OWN, true],
    ['a group, not an institution', LEADER, 'agency', OWN, false],
    ['an institution', LEADER, 'agency', {}, true],
    ['a group put down', { ...LEADER, planned: 'group' }, 'expert', { group: [{ person: 'p1' }] }, true],
    ['a group put down, no institution', { ...LEADER, planned: 'group' }, 'agency', { group: [{}] }, false],
    ['an institution where the content is not at hand', LEADER, 'agency', undefined, true],
    ['not the office where the content is not at hand', LEADER, 'finance_performance', undefined, false],
  ] as const)('a record waits for %s', (_who, named, role, content, expected) => {
    expect(isHandOf(named, role, content)).toBe(expected)
  })
})
