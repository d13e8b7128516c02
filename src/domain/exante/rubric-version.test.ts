import { expect, test } from 'vitest'
import { findVersionAt, type RubricVersion } from './rubric-version.ts'

const version = (
  recordId: string,
  effectiveFrom: string,
  approvedAt: string,
  subject: 'project' | 'policy' = 'project',
): RubricVersion => ({ recordId, approvedAt, content: { subject, effectiveFrom } })

const VERSIONS = [
  version('spring', '2023-03-01', '2023-02-01T08:00:00Z'),
  version('policy', '2023-04-01', '2023-02-01T08:00:00Z', 'policy'),
  version('late', '2023-01-01', '2023-05-01T08:00:00Z'),
  version('corrected', '2023-03-01', '2023-06-01T08:00:00+08:00'),
]

test.each([
  ['before any day', '2023-02-28', '2023-02-28T12:00:00Z', undefined],
  ['on its day', '2023-03-01', '2023-03-01T00:00:00Z', 'spring'],
  ['an earlier day approved later does not take over', '2023-05-02', '2023-05-02T00:00:00Z', 'spring'],
  ['of one day the latest approved', '2023-06-02', '2023-06-02T00:00:00Z', 'corrected'],
  ['not before it was approved', '2023-06-01', '2023-05-31T23:59:00Z', 'spring'],
])('%s', (_why, day, at, expected) => {
  expect(findVersionAt(VERSIONS, 'project', { day, at })?.recordId).toBe(expected)
})

test('each kind of object has its own', () => {
  const moment = { day: '2023-04-01', at: '2023-04-01T00:00:00Z' }
  expect(findVersionAt(VERSIONS, 'policy', moment)?.recordId).toBe('policy')
})
