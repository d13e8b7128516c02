import { expect, test } from 'vitest'
import { getRecordKind } from '../../../record-kinds.ts'
import type { ConsistencyCase } from '../../consistency/case.ts'
import { recordsAreThere } from './records-are-there.ts'

const record = (kind: string, state: string, content: object, acts: readonly string[] = []) => ({
  ...{ id: kind, kind: getRecordKind(kind), title: kind, state, projectId: 'p', content, versions: [] },
  acts: acts.map((action) => ({ action, actedAt: '2023-01-05T02:00:00.000Z' })),
})

/** Two experts scored; this reader sees so many of their sheets. */
function scoredCase(seen: number, isWhole: boolean, acts: readonly string[]): ConsistencyCase {
  const sheets = Array.from({ length: seen }, () => record('exante.scoreSheet', 'submitted', {}))
  const closed = acts.includes('closeScoring')
  const evaluation = record('exante.evaluation', 'scored', closed ? { raterCount: 2 } : {}, acts)
  const spread = { needsNote: false }
  const rulesAt = () => ({ value: () => ({ value: spread }) })
  return {
    records: [evaluation, record('exante.leadNote', 'signed', {}), ...sheets],
    isWhole,
    rulesAt,
  } as unknown as ConsistencyCase
}

test.each<[why: string, seen: number, isWhole: boolean, acts: readonly string[], found: number]>([
  ['finance sees both', 2, true, ['closeScoring'], 0],
  ['one sheet is gone', 1, true, ['closeScoring'], 1],
  ['an expert sees the own sheet only', 1, false, ['closeScoring'], 0],
  ['scoring goes on', 1, true, ['openScoring'], 0],
])('PIL-157 专家评分表: %s', (_why, seen, isWhole, acts, found) => {
  expect(recordsAreThere.check(scoredCase(seen, isWhole, acts))).toHaveLength(found)
})
