import type { PublishedSelfEvaluation } from '../domain/disclosure/published-project.ts'
import type { OwnFigures } from '../domain/disclosure/recompute.ts'
import type { IndicatorActual } from '../domain/evaluation/compute/index.ts'
import { isDate } from '../domain/shared/dates.ts'
import { parseWanYuan } from '../domain/shared/money.ts'
import { SAID } from './words.ts'

const NUMBER = /^-?\d{1,12}(?:\.\d{1,6})?$/
const PERCENT = /^\d{1,3}(?:\.\d{1,2})?$/
const BANDS = ['achieved', 'partial', 'missed'] as const

/** What a citizen filled in; what cannot be read is told and left out. */
export function readOwnFigures(
  query: URLSearchParams,
  self: PublishedSelfEvaluation,
): { readonly own: OwnFigures; readonly problems: readonly string[] } {
  const problems: string[] = []
  const actuals = new Map<number, Partial<IndicatorActual>>()
  self.rows.forEach((row, at) => {
    // Without target and actual value there is nothing to compute with.
    if (row.isWithheld) return
    const change = changeOf(query, at, row.target.name, problems)
    if (change) actuals.set(at, change)
  })
  const executed_fen = moneyOf((query.get('executed') ?? '').trim(), problems)
  return { own: executed_fen === undefined ? { actuals } : { actuals, executed_fen }, problems }
}

function moneyOf(text: string, problems: string[]): string | undefined {
  if (text === '') return undefined
  if (NUMBER.test(text) && !text.startsWith('-')) return parseWanYuan(text).toString()
  problems.push(SAID.badNumber('全年执行数'))
  return undefined
}

function changeOf(
  query: URLSearchParams,
  at: number,
  name: string,
  problems: string[],
): Partial<IndicatorActual> | undefined {
  const typed = (field: string) => (query.get(`${field}${at}`) ?? '').trim()
  const [number, date, yesNo, band, percent] = ['a', 'd', 'y', 'b', 'p'].map(typed)
  if (number) {
    if (NUMBER.test(number)) return { actual: number }
    problems.push(SAID.badNumber(name))
  }
  if (date) {
    if (isDate(date)) return { actualDate: date }
    problems.push(SAID.badDate(name))
  }
  if (yesNo === '是' || yesNo === '否') return { actual: null, actualText: yesNo }
  const chosen = BANDS.find((one) => one === band)
  if (chosen)
    return percent && PERCENT.test(percent) ? { band: chosen, bandPercent: percent } : { band: chosen }
  return undefined
}
