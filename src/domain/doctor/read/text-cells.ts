import type { TextColumn } from './text-headings.ts'

/** One way to read the next cell: its text and where it ends. */
export type CellReading = { readonly text: string; readonly end: number }

const SIGN = '(?:>=|<=|[≥≤≧≦=═><]|不低于|不少于|不超过)'
export const UNIT =
  '(?:%|％|‰|百分比|亿元|万元|万人次?|万亩|万吨|万字?|元(?:/[人月户年亩株次平方米·*]+)?|平方米|平方公里|立方米|公里|千米|厘米|毫米|公顷|人次|人月|人天|人|户|个|名|家|台套|台|套|辆|座|处|条|项|次|份|篇|册|期|场|批|头|只|株|亩|吨|米|天|年|月|日|小时|分钟|km|m|㎡|t|kg|本|幅|间|栋|宗|件|村|所)'
const NUMBER = /^(?:0|[1-9]\d*)(?:\.\d+)?/
const STARTS_UNIT = new RegExp(`^${UNIT}`)
const VALUE_START = new RegExp(`^${SIGN}?\\s?`)
/** The three grades official notes print for qualitative indicators. */
const STOCK = ['未达成预期指标', '部分达成预期指标', '达成预期指标']
const QUALITY =
  '(?:较?高|较?好|良好|优秀?|显著(?:提升|改善)?|明显(?:提升|改善)?|健全|合规|完善|及时|达标|持?续?提[高升]|改善|有效)'
const DOUBLED = new RegExp(`^(${QUALITY})\\1`)

/** Every way to read a cell of this column at this place; none when it cannot stand here. */
export function readCell(text: string, at: number, column: TextColumn): CellReading[] {
  switch (column) {
    case 'weight':
    case 'score':
      return readPoints(text, at)
    case 'coefficient':
      return readNumber(text, at, true).filter((reading) => reading.text.endsWith('%'))
    case 'core':
      return /^[是否]/.test(text[at] ?? '') ? [{ text: text[at] as string, end: at + 1 }] : []
    default:
      return readNumber(text, at, true)
  }
}

/** Points: 0 to 100, no sign, no unit behind. */
function readPoints(text: string, at: number): CellReading[] {
  return readDigits(text, at).filter(
    (reading) => Number(reading.text) <= 100 && !/^[.%％‰]/.test(text.slice(reading.end)),
  )
}

/** Sign, number, unit; the number may be cut after any digit, since the next cell may follow at once. */
function readNumber(text: string, at: number, isWithUnit: boolean): CellReading[] {
  const start = at + (VALUE_START.exec(text.slice(at, at + 6))?.[0].length ?? 0)
  return readDigits(text, start).map((reading) => {
    const unit = isWithUnit ? (STARTS_UNIT.exec(text.slice(reading.end, reading.end + 10))?.[0] ?? '') : ''
    return { text: text.slice(at, reading.end + unit.length), end: reading.end + unit.length }
  })
}

/** All numbers that begin here: `1020` may be 1, 10, 102 or 1020; no number has a zero in front. */
function readDigits(text: string, at: number): CellReading[] {
  const longest = NUMBER.exec(text.slice(at, at + 16))?.[0]
  if (longest === undefined) return []
  const readings: CellReading[] = []
  for (let length = 1; length <= longest.length; length += 1) {
    const part = longest.slice(0, length)
    if (!part.endsWith('.')) readings.push({ text: part, end: at + length })
  }
  return readings
}

/** Two cells of words side by side that can be told apart: twice the same, or one of them a stock phrase. */
export function readWordPair(text: string, at: number, until: number): readonly [string, string] | undefined {
  const words = text.slice(at, until)
  const half = words.length / 2
  if (Number.isInteger(half) && half > 0 && words.slice(0, half) === words.slice(half))
    return [words.slice(0, half), words.slice(half)]
  const stock = STOCK.find((phrase) => words.endsWith(phrase) && words.length > phrase.length)
  return stock ? [words.slice(0, -stock.length), stock] : undefined
}

/** 高高, 显著提升显著提升 right behind a name: both cells, and where they end. */
export function readDoubledQuality(
  text: string,
  at: number,
): { readonly word: string; readonly end: number } | undefined {
  const match = DOUBLED.exec(text.slice(at, at + 20))
  return match ? { word: match[1] as string, end: at + match[0].length } : undefined
}

/** Whether the words go on with a unit, so that the figure before them was none by itself. */
export function startsWithUnit(text: string, at: number): boolean {
  return STARTS_UNIT.test(text.slice(at, at + 10))
}

/** The unit a value ends with; `''` for a bare number or words. */
export function unitOf(value: string): string {
  return value.replace(/^[^\d]*[\d.]+/, '')
}
