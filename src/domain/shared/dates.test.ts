import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addWorkingDays,
  daysBetween,
  formatDate,
  isDate,
  isWorkingDay,
  monthsBetween,
  type WorkCalendar,
} from './dates.ts'

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2023-13-01', false],
  ['2023-1-1', false],
  ['', false],
])('%s is a day: %s', (text, expected) => {
  expect(isDate(text)).toBe(expected)
})

test.each([
  ['2023-01-14', 20, '2023-02-03', 'finance reply after adoption'],
  ['2023-02-03', 15, '2023-02-18', 'department reply to units'],
  ['2023-02-03', 20, '2023-02-23', 'disclosure'],
  ['2023-02-09', 20, '2023-03-01', 'over a short month'],
  ['2024-05-10', 20, '2024-05-30', 'feedback'],
  ['2024-05-28', 30, '2024-06-27', 'plan'],
  ['2024-03-01', -1, '2024-02-29', 'backwards into a leap day'],
])('%s + %i days = %s (%s)', (from, days, to) => {
  expect(addDays(from, days)).toBe(to)
  expect(daysBetween(from, to)).toBe(days)
})

test('months', () => {
  expect(monthsBetween('2016-07-01', '2023-09-01')).toBe(86)
  expect(monthsBetween('2021-01-15', '2021-02-14')).toBe(0)
  expect(monthsBetween('2021-01-15', '2021-02-15')).toBe(1)
  expect(addMonths('2023-10-31', 4)).toBe('2024-02-29')
  expect(addMonths('2023-01-31', -2)).toBe('2022-11-30')
})

describe('working days', () => {
  const calendar: WorkCalendar = {
    years: [2023],
    holidays: ['2023-09-29', '2023-10-02', '2023-10-03', '2023-10-04', '2023-10-05', '2023-10-06'],
    makeUpDays: ['2023-10-07', '2023-10-08'],
  }
  test.each([
    ['2023-09-27', 1, '2023-09-28', 'an ordinary Thursday'],
    ['2023-09-28', 1, '2023-10-07', 'over the holidays to a make-up Saturday'],
    ['2023-09-28', 2, '2023-10-08', 'make-up Sunday'],
    ['2023-09-28', 3, '2023-10-09', 'the Monday after'],
    ['2023-09-01', 0, '2023-09-01', 'nothing to count'],
  ])('%s + %i = %s (%s)', (from, days, to) => {
    expect(addWorkingDays(from, days, calendar)).toBe(to)
  })

  test('weekends are off, make-up days are on', () => {
    expect(isWorkingDay('2023-09-02', calendar)).toBe(false)
    expect(isWorkingDay('2023-10-07', calendar)).toBe(true)
    expect(isWorkingDay('2023-10-02', calendar)).toBe(false)
  })

  test('a year without a table is refused, not guessed', () => {
    expect(() => addWorkingDays('2023-12-29', 1, calendar)).toThrow('没有2024年的节假日安排')
  })
})

test('a date as documents write it', () => {
  expect(formatDate('2023-02-09')).toBe('2023年2月9日')
})
