import { DomainError } from './errors.ts'

/** A day without time or zone: `YYYY-MM-DD`. Compare with `<` and `>`. */
export type DateText = string

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const DAY_MS = 86_400_000

/** Whether it is a day that exists; 2023-02-29 is not. */
export function isDate(text: string): text is DateText {
  const match = DATE.exec(text)
  if (match === null) return false
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Days are counted in UTC, so that no clock change can move a date. */
function toDayNumber(date: DateText): number {
  if (!isDate(date)) {
    throw new DomainError('INVALID_INPUT', `“${date}”不是有效日期，请按“年-月-日”填写，例如 2023-02-09。`, {
      date,
    })
  }
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return Date.UTC(year, month - 1, day) / DAY_MS
}

function fromDayNumber(days: number): DateText {
  return new Date(days * DAY_MS).toISOString().slice(0, 10)
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Calendar days later (or earlier, negative). The day itself does not count. */
export function addDays(date: DateText, days: number): DateText {
  return fromDayNumber(toDayNumber(date) + days)
}

/** From the first to the second day; negative when the second is earlier. */
export function daysBetween(from: DateText, to: DateText): number {
  return toDayNumber(to) - toDayNumber(from)
}

/** Same day some months later; the 31st becomes the month's last day where there is none. */
export function addMonths(date: DateText, months: number): DateText {
  toDayNumber(date)
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const count = year * 12 + (month - 1) + months
  const newYear = Math.floor(count / 12)
  const newMonth = (count % 12) + 1
  return makeDate(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)))
}

/** Full months from the first to the second day: 2016-07-01 to 2023-09-01 is 86. */
export function monthsBetween(from: DateText, to: DateText): number {
  toDayNumber(from)
  toDayNumber(to)
  const [fromYear, fromMonth, fromDay] = from.split('-').map(Number) as [number, number, number]
  const [toYear, toMonth, toDay] = to.split('-').map(Number) as [number, number, number]
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0)
}

export function makeDate(year: number, month: number, day: number): DateText {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
    '-',
  )
}

/** Days off on weekdays and working days on weekends, with the years the table is complete for. */
export type WorkCalendar = {
  readonly years: readonly number[]
  readonly holidays: readonly DateText[]
  readonly makeUpDays: readonly DateText[]
}

export function isWorkingDay(date: DateText, calendar: WorkCalendar): boolean {
  if (calendar.makeUpDays.includes(date)) return true
  if (calendar.holidays.includes(date)) return false
  const weekday = (toDayNumber(date) + 4) % 7
  return weekday !== 0 && weekday !== 6
}

/**
 * Working days later; the day itself does not count.
 * @throws DomainError PARAMETER_NOT_IN_FORCE when the count runs into a year whose holidays are
 * not known: a silent guess would move a legal deadline.
 */
export function addWorkingDays(date: DateText, days: number, calendar: WorkCalendar): DateText {
  let current = toDayNumber(date)
  for (let left = days; left > 0; ) {
    current += 1
    const day = fromDayNumber(current)
    if (!calendar.years.includes(Number(day.slice(0, 4)))) throw holidaysUnknown(day)
    if (isWorkingDay(day, calendar)) left -= 1
  }
  return fromDayNumber(current)
}

function holidaysUnknown(day: DateText): DomainError {
  const year = day.slice(0, 4)
  return new DomainError(
    'PARAMETER_NOT_IN_FORCE',
    `系统中没有${year}年的节假日安排，无法计算工作日期限。请先在“规则”中补充该年节假日表。`,
    { year },
  )
}

/** 2023-02-09 → 2023年2月9日, as official documents write it. */
export function formatDate(date: DateText): string {
  toDayNumber(date)
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
