import { expect, test } from 'vitest'
import type { Todo } from '../../shapes.ts'
import { groupTodos } from './group-todos.ts'

const todo = (recordId: string, dueOn: string | null, since = '2023-06-01') =>
  ({ recordId, dueOn, since }) as Todo

test('overdue first, the earliest due first, what has waited longest before the rest', () => {
  const groups = groupTodos(
    [
      todo('later', '2023-07-08'),
      todo('none', null),
      todo('today', '2023-06-30'),
      todo('seventh day', '2023-07-07'),
      todo('yesterday', '2023-06-29'),
      todo('yesterday, older', '2023-06-29', '2023-05-01'),
    ],
    '2023-06-30',
  )
  expect(groups.map(({ id, items }) => [id, items.map(({ recordId }) => recordId)])).toEqual([
    ['overdue', ['yesterday, older', 'yesterday']],
    ['today', ['today']],
    ['week', ['seventh day']],
    ['later', ['later']],
    ['undated', ['none']],
  ])
})
