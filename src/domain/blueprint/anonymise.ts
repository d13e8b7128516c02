import { replaceYears, writtenYears } from './relative-years.ts'

/** Everything by which somebody could find the original again. */
export type Originals = {
  readonly persons: readonly string[]
  readonly offices: readonly string[]
  /** With 市, 县, 区; the name without it is looked for too. */
  readonly places: readonly string[]
  readonly projects: readonly string[]
  /** Numbers of the originals as they are written, without separators. */
  readonly numbers: ReadonlySet<string>
  /** The first year told, which becomes 第一年. */
  readonly firstYear: number
}

/** How a case was made, in the words printed under it. */
export const ANONYMOUS_RULE =
  '人员、单位、地名、项目名称、文号和网址已替换或略去，年份改为第几年；金额和三位以上的数量乘以同一个不公布的系数后取两位有效数字，百分数和得分取整数；两位以内的整数保留。'

const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/g
const DOCUMENT =
  /[一-鿿]{0,8}(?:[（(〔[][一-鿿]{1,3}[）)〕\]][一-鿿]{0,2})?[〔[(（]\d{4}[〕\])）]\s*\d+\s*号/g
const ADDRESS = /https?:\/\/[^\s。；，、）]*/g
const STEM = /^(.{2,})(?:自治区|市|县|区)$/

/** Whether a number could lead back to the original: three digits or a fraction; 100 says nothing. */
export function isTelling(number: string): boolean {
  const plain = number.replaceAll(',', '')
  return plain.includes('.') || (plain.length >= 3 && plain !== '100')
}

/** The numbers of a text by which it could be found again, without separators. */
export function tellingNumbers(text: string): string[] {
  return (text.match(NUMBER) ?? []).filter(isTelling).map(plainNumber)
}

/**
 * A text with names replaced and figures changed.
 * @param scalePercent what amounts and quantities are multiplied by, in percent; not published
 */
export function anonymise(text: string, originals: Originals, scalePercent: number): string {
  const named = replaceNames(halfWidth(text), originals)
  const undocumented = named
    .replace(ADDRESS, '（网址略）')
    .replace(DOCUMENT, '（文号略）')
    .replaceAll('（（文号略））', '（文号略）')
  const dated = replaceYears(undocumented, originals.firstYear)
  return dated.replace(NUMBER, (number, at: number) =>
    isTelling(number) ? changed(number, dated.slice(at + number.length), originals, scalePercent) : number,
  )
}

/** Whom or what a text names: people, offices, places with and without 市, 县, 区, projects; longest first. */
export function findNamed(text: string, originals: Originals): string[] {
  return namesOf(originals).flatMap(([name]) => (text.includes(name) ? [name] : []))
}

/** What of the originals can still be read in a text; empty when nothing. */
export function findOriginals(given: string, originals: Originals): string[] {
  const text = halfWidth(given)
  const numbers = [...tellingNumbers(text), ...writtenYears(text)].filter(
    (number) => originals.numbers.has(number) || number.replace('.', '').length >= 7,
  )
  return [...new Set([...findNamed(text, originals), ...(text.match(ADDRESS) ?? []), ...numbers])]
}

function replaceNames(text: string, originals: Originals): string {
  return namesOf(originals).reduce((left, [name, word]) => left.replaceAll(name, word), text)
}

/** Longest first, so that a name inside another is not taken out of it. */
function namesOf({ persons, offices, places, projects }: Originals): (readonly [string, string])[] {
  const stems = places.flatMap((place) => STEM.exec(place)?.[1] ?? [])
  const pairs = [
    ...projects.map((name) => [name, '本项目'] as const),
    ...offices.map((name) => [name, '某单位'] as const),
    ...places.map((name) => [name, '某县'] as const),
    ...stems.map((name) => [name, '某地'] as const),
    ...persons.map((name) => [name, '某同志'] as const),
  ]
  return pairs
    .filter(([name]) => name.length >= 2)
    .sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))
}

/** Digits of Chinese input methods, and the signs between them, are the same number. */
function halfWidth(text: string): string {
  return text
    .replace(/[０-９]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d)[．](?=\d)/g, '.')
}

/** Percentages and points are rounded, everything else is scaled to two significant figures. */
function changed(number: string, after: string, originals: Originals, scalePercent: number): string {
  const value = Number(plainNumber(number))
  if (/^\s*(?:%|％|分|个百分点)/.test(after)) return away(Math.round(value), 1, originals)
  const scaled = (value * scalePercent) / 100
  const step = scaled === 0 ? 1 : 10 ** (Math.floor(Math.log10(scaled)) - 1)
  return away(Math.round(scaled / step), step, originals)
}

/** A figure that happens to be one of the originals moves on by a step until it is none. */
function away(count: number, step: number, originals: Originals): string {
  for (let tried = count; ; tried += 1) {
    const text = step >= 1 ? String(tried * step) : (tried * step).toFixed(Math.round(-Math.log10(step)))
    if (!isTelling(text) || !originals.numbers.has(plainNumber(text))) return text
  }
}

/** `1,200.50` and `1200.5` are one number. */
function plainNumber(number: string): string {
  const plain = number.replaceAll(',', '')
  return plain.includes('.') ? plain.replace(/0+$/, '').replace(/\.$/, '') : plain
}
