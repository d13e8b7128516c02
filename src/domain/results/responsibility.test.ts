import { expect, test } from 'vitest'
import { RECORD_KINDS } from '../record-kinds.ts'
import { type AnswerableAct, dutyOfAct, groupByPerson } from './index.ts'

test('every act somebody answers for is an act of a workflow', () => {
  const found = RECORD_KINDS.flatMap(({ kind, workflow }) =>
    Object.keys(workflow.actions).filter((action) => dutyOfAct(kind, action) !== undefined),
  )
  expect(found).toHaveLength(31)
})

test('acts that only move papers make nobody answerable', () => {
  expect(dutyOfAct('targets.sheet', 'return')).toBeUndefined()
  expect(dutyOfAct('results.notice', 'propose')).toBeUndefined()
  expect(dutyOfAct('nothing', 'at-all')).toBeUndefined()
})

test('a person with two posts is two lines, two people of one name are two lines', () => {
  const act = (personId: string, organisationName: string, duty: AnswerableAct['duty'], actedOn: string) => ({
    ...{ personId, organisationName, duty, actedOn },
    ...{ personName: '李某', roleTitle: '单位经办', act: '申报' },
  })
  const people = groupByPerson([
    act('1', '甲单位', 'spent', '2024-01-02'),
    act('1', '甲单位', 'declared', '2023-01-02'),
    act('1', '乙单位', 'declared', '2023-02-02'),
    act('2', '甲单位', 'declared', '2023-03-02'),
  ])
  expect(people.map(({ organisationName, duties }) => [organisationName, duties])).toEqual([
    [
      '甲单位',
      [
        { duty: 'declared', acts: ['2023-01-02 申报'] },
        { duty: 'spent', acts: ['2024-01-02 申报'] },
      ],
    ],
    ['乙单位', [{ duty: 'declared', acts: ['2023-02-02 申报'] }]],
    ['甲单位', [{ duty: 'declared', acts: ['2023-03-02 申报'] }]],
  ])
})
