import { expect, test } from 'vitest'
import { getRecordKind } from '../record-kinds.ts'
import type { Role } from '../org/roles.ts'
import type { ParameterReader } from '../rules/parameter-values.ts'
import { handsOf, taskOf } from './sentences.ts'

test.each<[kind: string, state: string, role: Role, task: string, why: string]>([
  ['targets.sheet', 'declared', 'department', '待初审', 'the state says what is to be done'],
  ['exante.evaluation', 'scoring', 'finance_performance', '结束评分', 'the state only says what goes on'],
  [
    'exante.evaluation',
    'scoring',
    'finance_business',
    '待填财力可承受能力',
    'another acts, this one fills in',
  ],
  ['targets.sheet', 'approved', 'finance_business', '核定不公开内容', 'called for by what is kept back'],
  ['targets.policy', 'approved', 'finance_performance', '待公开', 'the state says what is to be done'],
  ['monitoring.finding', 'rectifying', 'unit', '报告整改结果', 'the state only says what goes on'],
])('%s in %s is for %s: %s – %s', (kind, state, role, task) => {
  expect(taskOf(getRecordKind(kind), state, role)).toBe(task)
})

test.each<[by: string, hands: Role[]]>([
  ['department', ['department']],
  ['finance_business', ['finance_business']],
  ['both', ['department', 'finance_business']],
])('where the place has chosen %s for the first review, it is in their hands', (by, hands) => {
  const rules = { value: () => ({ value: { by } }) } as unknown as ParameterReader
  expect(handsOf(getRecordKind('targets.sheet'), 'declared', rules)).toEqual(hands)
  expect(handsOf(getRecordKind('targets.adjustment'), 'declared', rules)).toEqual(hands)
  expect(handsOf(getRecordKind('targets.policy'), 'declared', rules)).toEqual(['finance_business'])
})
