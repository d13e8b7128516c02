import { expect, test } from 'vitest'
import type { Content } from '../../../forms/form.ts'
import { getRecordKind } from '../../../record-kinds.ts'
import type { CaseRecord, ConsistencyCase } from '../../consistency/case.ts'
import { recordsAreThere } from './records-are-there.ts'

function recordOf(
  kind: string,
  state: string,
  content: Content,
  versions: readonly string[] = [],
): CaseRecord {
  const on = '2023-06-01T02:00:00.000Z'
  return {
    ...{ id: `${kind}-${JSON.stringify(content)}`, kind: getRecordKind(kind), title: kind, state, content },
    form: { id: kind, title: kind, source: { id: 'x' }, sections: [] } as unknown as CaseRecord['form'],
    ...{ projectId: 'p', createdAt: on, acts: [], leaves: [] },
    versions: versions.map((action, index) => ({
      ...{ number: index + 1, action, frozenAt: on, content, digest: '', project: null },
    })),
  }
}

const MEMBERS = [
  { person: 'a', pledgedOn: '2023-06-01' },
  { person: 'b', pledgedOn: '2023-06-02' },
]
const own = recordOf('evaluation.finance', 'finalised', { executorKind: 'own', members: MEMBERS }, [
  'finalise',
])
const commissioned = recordOf('evaluation.finance', 'finalised', { agency: 'x' }, ['finalise'])
const pledge = (member: string, state = 'pledged') => recordOf('evaluation.groupPledge', state, { member })
const engagement = recordOf('evaluation.engagement', 'accepted', {})

test.each([
  ['own, every pledge there', [own, pledge('a'), pledge('b')], 0],
  ['own, one pledge missing', [own, pledge('a')], 1],
  ['own, one pledge of a group dissolved', [own, pledge('a'), pledge('b', 'cancelled')], 1],
  ['own asks for no commission', [own, pledge('a'), pledge('b')], 0],
  ['commissioned, with its commission', [commissioned, engagement], 0],
  ['commissioned, without', [commissioned], 1],
])('%s', (_why, records, count) => {
  const given = { isWhole: true, records } as unknown as ConsistencyCase
  expect(recordsAreThere.check(given)).toHaveLength(count)
})
