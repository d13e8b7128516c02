/**
 * A year as texts write it: four digits that belong to no longer number. Bare, it is a quantity (`2000户`) and is
 * changed like any other; with 年 beside it, in a date, in a range or in brackets it is a year.
 */
const YEAR = '(?:19|20)\\d{2}'
const ALONE = '(?<![\\d.,])'
const WORD = '\\s*(?:学年度|学年|财年|年度|年)'
const BETWEEN = '\\s*(?:——|[-—–~～至到、和及与])\\s*'

const DATE = new RegExp(
  `${ALONE}(${YEAR})(?:\\s*年\\s*(\\d{1,2})\\s*月\\s*\\d{1,2}\\s*[日号]|([-/.])(\\d{1,2})\\3\\d{1,2}(?![\\d.]))`,
  'g',
)
const MONTH = new RegExp(
  `${ALONE}(${YEAR})(?:\\s*年\\s*(\\d{1,2})\\s*月|[-/](0[1-9]|1[0-2])(?![\\d.,%％万亿元]))`,
  'g',
)
const SPAN = new RegExp(`${ALONE}(?:${YEAR}(?:${WORD})?${BETWEEN})+${YEAR}${WORD}`, 'g')
const ONE = new RegExp(`${ALONE}(${YEAR})(?:${WORD})`, 'g')
const IN_SPAN = new RegExp(`(${YEAR})(?:${WORD})?`, 'g')
const BRACKETED = new RegExp(`([（(〔[])\\s*(${YEAR})\\s*([）)〕\\]])`, 'g')
/** 二〇二三年, as official letters write it. */
const WRITTEN = /([一二][九〇零○][〇零○一二三四五六七八九]{2})年(?:度)?/g
const DIGITS = '〇一二三四五六七八九'

/** A text in which no year can be read: each is told from the first year, the day of a date is left out. */
export function replaceYears(text: string, firstYear: number): string {
  const relative = (year: string) => relativeYear(year, firstYear)
  return text
    .replace(WRITTEN, (_all, year: string) => relative(inDigits(year)))
    .replace(DATE, (_all, year: string, month?: string, _sign?: string, short?: string) =>
      relative(year).concat(`${Number(month ?? short)}月`),
    )
    .replace(MONTH, (_all, year: string, month?: string, short?: string) =>
      relative(year).concat(`${Number(month ?? short)}月`),
    )
    .replace(SPAN, (span) => span.replace(IN_SPAN, (_all, year: string) => relative(year)))
    .replace(ONE, (_all, year: string) => relative(year))
    .replace(BRACKETED, (_all, open: string, year: string, close: string) => open + relative(year) + close)
}

/** Years written in Chinese digits, as four digits. */
export function writtenYears(text: string): string[] {
  return [...text.matchAll(WRITTEN)].map(([, year = '']) => inDigits(year))
}

function inDigits(year: string): string {
  return [...year].map((sign) => Math.max(0, DIGITS.indexOf(sign))).join('')
}

const COUNTS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

function relativeYear(year: string, firstYear: number): string {
  const step = Number(year) - firstYear
  if (step < 0) return step === -1 ? '上一年' : '以前年度'
  return COUNTS[step] === undefined ? '以后年度' : `第${COUNTS[step]}年`
}
