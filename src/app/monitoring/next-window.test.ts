import { expect, test } from 'vitest'
import { nextWindow } from './next-window.ts'

const WINDOWS = [
  { id: 'jan-jul', label: '1—7月', months: 7, due: '08-31' },
  { id: 'jan-oct', label: '1—10月', months: 10, due: '11-15' },
]

test.each<[why: string, taken: number[], today: string, month: number, dueOn: string]>([
  ['the first window', [], '2022-08-01', 7, '2022-08-31'],
  ['the next one', [7], '2022-11-01', 10, '2022-11-15'],
  ['one left out', [10], '2022-11-20', 7, '2022-08-31'],
  ['after the last: the months that are over', [7, 10], '2022-12-05', 11, '2022-12-20'],
  ['in January: at least one month', [7, 10], '2022-01-05', 1, '2022-01-20'],
  ['after the year: all of it', [7, 10], '2023-01-10', 12, '2023-01-25'],
  ['before the year', [7, 10], '2021-12-10', 1, '2021-12-25'],
])('%s', (_why, taken, today, month, dueOn) => {
  expect(nextWindow(WINDOWS, taken, 2022, today)).toEqual({ month, dueOn })
})
