import { describe, expect, test } from 'vitest'
import type { ParameterReader } from '../../../rules/parameter-values.ts'
import { getRecordKind } from '../../../record-kinds.ts'
import type { CaseRecord, ConsistencyCase } from '../../consistency/case.ts'
import { trackingDays } from './follow-ups.ts'
import { recordsAreThere } from './records-are-there.ts'

const rules = {
  value: (id: string) => ({ value: { months: [3, 6, 12] }, use: { id } }),
} as unknown as ParameterReader

function record(kind: string, state: string, content: object, action: string): CaseRecord {
  const acts = [{ action, actedAt: '2024-05-10T02:00:00.000Z', toState: state }]
  const given = { id: kind, kind: getRecordKind(kind), title: kind, state, content, acts }
  return { ...given, form: { sections: [] }, versions: [], leaves: [] } as unknown as CaseRecord
}

/** A closed notice of one problem whose task ended in a state; no follow-up was begun. */
const closedWith = (taskState: string) =>
  ({
    records: [
      record('results.notice', 'closed', { problems: [{ problem: '支出进度偏慢' }] }, 'close'),
      record('results.task', taskState, { problemNumber: 1 }, 'plan'),
    ],
    rulesAt: () => rules,
    isWhole: true,
  }) as unknown as ConsistencyCase

describe('跟踪问效 after a notice is closed', () => {
  test('is owed for what was verified', () => {
    const given = closedWith('verified')
    expect(trackingDays(given)).toEqual(['2024-08-10', '2024-11-10', '2025-05-10'])
    expect(recordsAreThere.check(given).map(({ message }) => message)).toEqual([
      expect.stringContaining('办结后应跟踪3次'),
    ])
  })

  test('is not owed where every problem was exempted', () => {
    const given = closedWith('exempted')
    expect(trackingDays(given)).toEqual([])
    expect(recordsAreThere.check(given)).toEqual([])
  })
})
