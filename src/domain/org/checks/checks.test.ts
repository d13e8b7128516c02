import { expect, test } from 'vitest'
import * as checks from './index.ts'

const FINANCE = { id: 'finance', above: ['county'] }
const DEPARTMENT = { id: 'department', above: ['county'] }
const UNIT = { id: 'unit', above: ['department', 'county'] }
const OBJECT = { unitId: 'unit', departmentId: 'department' }
const AGENCY = { id: 'agency', above: [] }

test.each<[why: string, change: Partial<checks.SeparationInput>, count: number]>([
  ['finance commissions an agency for a unit', {}, 0],
  ['a department for its unit', { commissioner: DEPARTMENT }, 0],
  ['a unit for itself', { commissioner: UNIT }, 1],
  [
    'a subordinate for the one above',
    { commissioner: UNIT, object: { unitId: 'department', departmentId: 'department' } },
    1,
  ],
  ['the agency commissions itself', { commissioner: AGENCY }, 1],
  ['the department as agency', { agency: DEPARTMENT }, 1],
  ['an agency owned by the unit', { agency: { id: 'agency', above: ['unit'] } }, 1],
  ['an agency owned by the department', { agency: { id: 'agency', above: ['department'] } }, 1],
  [
    'a department for its own line',
    { commissioner: DEPARTMENT, object: { unitId: 'department', departmentId: 'department' } },
    1,
  ],
  ['the unit as agency for itself', { agency: UNIT }, 1],
  ['both in the same county', { agency: { id: 'agency', above: ['county'] } }, 0],
])('ORG-201 主体分离: %s', (_why, change, count) => {
  const input = { commissioner: FINANCE, agency: AGENCY, object: OBJECT, ...change }
  expect(checks.checkSeparation(input)).toHaveLength(count)
})

test('ORG-202 阶段轮换', () => {
  expect(checks.checkRotation('a', ['b'])).toEqual([])
  expect(checks.checkRotation('a', ['b', 'a'])).toMatchObject([{ severity: 'warning' }])
})
