import { expect, test } from 'vitest'
import { getRecordKind } from '../record-kinds.ts'
import type { Role } from '../org/roles.ts'
import { taskOf } from './sentences.ts'

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
  ['monitoring.finding', 'rectifying', 'unit', '报告整改结果', 'the state only says what goes on'],
])('%s in %s is for %s: %s – %s', (kind, state, role, task) => {
  expect(taskOf(getRecordKind(kind), state, role)).toBe(task)
})
