import { addDays, daysInMonth, isDate, makeDate } from '../../shared/dates.ts'

export type ParsedDate = { readonly date: string; readonly notes: readonly string[] }

const FULL = /(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})日?/
const YEAR_MONTH = /(\d{4})(?:年|[-./])(\d{1,2})月?(底|末|初|中旬|上旬|下旬)?(之?前)?/
const MONTH = /(?<!\d)(\d{1,2})月(?:(\d{1,2})日|(底|末|初|中旬|上旬|下旬))?(之?前)?/
const YEAR_END = /(\d{4})年?(?:年)?(底|末)/
const YEARS = /\d{4}年?(?:至|到|[-—~])(\d{4})年/
const PERIOD_END = /(?:至|到|[-—~])(?:(\d{4})[年./-])?(\d{1,2})(?:月|[./-])(?:(\d{1,2})日?)?/

/**
 * Reads the day by which something must be done. A period counts by its end; 月底 is the month's last
 * day; “9月前” is the day before September. A month without a year takes the sheet's year.
 * @returns nothing when the text names no day
 */
export function parseTargetDate(text: string, year: number | undefined): ParsedDate | undefined {
  const notes: string[] = []
  const hasYear = /\d{4}/.exec(text)
  const assumed = hasYear ? Number(hasYear[0]) : year
  if (!hasYear && assumed !== undefined) notes.push(`没有写年份，按${assumed}年理解`)
  const date = readPeriodEnd(text, assumed, notes) ?? readDay(text, assumed, notes)
  return date !== undefined && isDate(date) ? { date, notes } : undefined
}

function readPeriodEnd(text: string, year: number | undefined, notes: string[]): string | undefined {
  const years = YEARS.exec(text)
  if (years && !/月/.test(text)) {
    notes.push('按时段的最后一天理解')
    return makeDate(Number(years[1]), 12, 31)
  }
  const end = PERIOD_END.exec(text)
  const isPeriod = /\d(?:月|日|年|[./]\d+)?(?:至|到|[-—~])\d/.test(text) && /月|\d[./]\d+[./]\d/.test(text)
  if (!end || !isPeriod || FULL.test(text.replace(/[./]/g, '')) || isDate(text)) return undefined
  const endYear = end[1] ? Number(end[1]) : year
  if (endYear === undefined) return undefined
  notes.push('按时段的最后一天理解')
  const month = Number(end[2])
  return makeDate(endYear, month, end[3] ? Number(end[3]) : lastDay(endYear, month))
}

function readDay(text: string, year: number | undefined, notes: string[]): string | undefined {
  const full = FULL.exec(text)
  if (full) return makeDate(Number(full[1]), Number(full[2]), Number(full[3]))
  const yearEnd = YEAR_END.exec(text)
  if (yearEnd) return makeDate(Number(yearEnd[1]), 12, 31)
  const yearMonth = YEAR_MONTH.exec(text)
  if (yearMonth) return monthDay(Number(yearMonth[1]), yearMonth[2], yearMonth[3], yearMonth[4], notes)
  const month = MONTH.exec(text)
  if (month && year !== undefined) {
    return month[2]
      ? makeDate(year, Number(month[1]), Number(month[2]))
      : monthDay(year, month[1], month[3], month[4], notes)
  }
  if (/年底|年末/.test(text) && year !== undefined) return makeDate(year, 12, 31)
  const onlyYear = /^(\d{4})年(?:内|度)?(?:完成)?$/.exec(text)
  if (!onlyYear) return undefined
  notes.push('只写了年份，按年底理解')
  return makeDate(Number(onlyYear[1]), 12, 31)
}

function monthDay(
  year: number,
  monthText: string | undefined,
  part: string | undefined,
  before: string | undefined,
  notes: string[],
): string | undefined {
  const month = Number(monthText)
  if (month < 1 || month > 12) return undefined
  const ends: { readonly [part: string]: number } = { 初: 10, 上旬: 10, 中旬: 20 }
  if (part !== undefined) return makeDate(year, month, ends[part] ?? lastDay(year, month))
  if (before === undefined) return makeDate(year, month, lastDay(year, month))
  const day = addDays(makeDate(year, month, 1), -1)
  notes.push(`“${month}月前”按${day}理解，请核对`)
  return day
}

function lastDay(year: number, month: number): number {
  return month >= 1 && month <= 12 ? daysInMonth(year, month) : 0
}
