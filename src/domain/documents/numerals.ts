/**
 * One numeral of a Chinese text. `place` counts UTF-16 units from the beginning; `text` is what stands
 * there, unit included; `value` is a plain decimal (`-` in front when negative) without separators and
 * unit, for a day `YYYY-MM-DD`, for a number of a document its text.
 */
export type Numeral = {
  readonly place: number
  readonly text: string
  readonly kind: NumeralKind
  readonly value: string
  /** 万元、%、个 …; empty where none follows. */
  readonly unit: string
}

/**
 * `figure`: something counted or measured. `year`: 2023年度. `day`: 2024年5月7日. `number`: 〔2024〕3号.
 * `order`: what only arranges the text (一、（二） 1. 第3页 附件2).
 */
export type NumeralKind = 'figure' | 'year' | 'day' | 'number' | 'order'

const UNITS =
  '万元|亿元|元|%|‰|个百分点|个工作日|个季度|个月|个|项|人次|万人|人|次|份|家|户|亩|公里|平方米|立方米|吨|千瓦|件|条|台|套|处|所|名|位|倍|成|分|岁|天|日|月|年|类|种|笔|批|期|轮|组'

/** Words that begin with a Chinese numeral and count nothing; the longest first. */
const FIXED =
  '一体化 一次性 一般 一致 一定 一律 一并 下一次 上一次 这一次 每一次 新一轮 同一 另一 每一 某一 任一 唯一 单一 统一 之一 万一 一是 二是 ' +
  '三是 四是 五是 六是 七是 八是 九是 十是 十四五 十五五 三保 三公 一上 一下 二上 二下 进一步 第一 第二 第三'

const FIXED_WORDS = FIXED.split(' ')

const CHINESE = '〇零一二两三四五六七八九十百千万亿'

const FORMS: readonly (readonly [NumeralKind, RegExp])[] = [
  ['number', /〔\d{4}〕\d+号/y],
  ['day', /\d{4}年\d{1,2}月\d{1,2}日/y],
  ['day', /\d{4}-\d{2}-\d{2}(?!\d)/y],
  ['year', /\d{4}年(?:度)?(?!\d)/y],
  ['figure', /百分之[一二三四五六七八九十百]+/y],
  ['order', /(?:附件|第|表|图)\d+(?:条|页|号|版|项|部分)?/y],
  ['order', /[（(](?:\d+|[一二三四五六七八九十]+)[）)]/y],
  ['figure', new RegExp(`-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:${UNITS})?`, 'y')],
  ['figure', new RegExp(`[${CHINESE}]+(?:${UNITS.replace('%|‰|', '')})`, 'y')],
]

/** 1. 2. at the beginning of a line, and 一、二、. */
const LINE_ORDER = /(?:\d+[.．、](?!\d)|[一二三四五六七八九十]+、)/y

/**
 * Every numeral of a Chinese text, in its order: Arabic figures with or without unit, days, years, numbers
 * of documents, and Chinese figures in front of a unit (三个项目). Words that count nothing (一体化) are none.
 * Source: the plan's dossier and reports are put together from records, so each of their figures has to be
 * found again; this is how a walker finds them.
 */
export function findNumerals(text: string): Numeral[] {
  const found: Numeral[] = []
  let place = 0
  while (place < text.length) {
    const here = numeralAt(text, place)
    if (typeof here === 'number') place += here
    else {
      found.push(here)
      place += here.text.length
    }
  }
  return found
}

/** The numeral that begins here, or how far to go on. */
function numeralAt(text: string, place: number): Numeral | number {
  const fixed = FIXED_WORDS.find((word) => text.startsWith(word, place))
  if (fixed !== undefined) return fixed.length
  const isLineStart = place === 0 || text[place - 1] === '\n'
  const order = isLineStart ? matchAt(LINE_ORDER, text, place) : undefined
  if (order !== undefined) return { place, text: order, kind: 'order', value: order, unit: '' }
  for (const [kind, form] of FORMS) {
    const match = matchAt(form, text, place)
    if (match !== undefined) return numeralOf(kind, match, place)
  }
  return 1
}

function matchAt(form: RegExp, text: string, place: number): string | undefined {
  form.lastIndex = place
  return form.exec(text)?.[0]
}

function numeralOf(kind: NumeralKind, text: string, place: number): Numeral {
  if (kind === 'day') return { place, text, kind, value: dayValue(text), unit: '' }
  if (kind === 'year') return { place, text, kind, value: text.slice(0, 4), unit: text.slice(4) }
  if (kind !== 'figure') return { place, text, kind, value: text, unit: '' }
  if (text.startsWith('百分之'))
    return { place, text, kind, value: String(chineseValue(text.slice(3))), unit: '%' }
  const unit = new RegExp(`(?:${UNITS})$`).exec(text)?.[0] ?? ''
  const digits = text.slice(0, text.length - unit.length)
  const value = /\d/.test(digits) ? digits.replaceAll(',', '') : String(chineseValue(digits))
  return { place, text, kind, value, unit }
}

function dayValue(text: string): string {
  const [year = '', month = '', day = ''] = text.match(/\d+/g) ?? []
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

const DIGITS: Readonly<Record<string, number>> = {
  ...{ 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
}
const STEPS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const BLOCKS: readonly (readonly [string, number])[] = [
  ['亿', 100_000_000],
  ['万', 10_000],
]

/** 二十五 → 25, 三万二千 → 32000; digit by digit (二〇二三) where no step stands between. */
export function chineseValue(text: string): number {
  const block = BLOCKS.find(([sign]) => text.includes(sign))
  if (block) {
    const [sign, size] = block
    const at = text.indexOf(sign)
    return (at === 0 ? 1 : chineseValue(text.slice(0, at))) * size + chineseValue(text.slice(at + 1))
  }
  if (!/[十百千]/.test(text)) return Number([...text].map((sign) => DIGITS[sign] ?? 0).join(''))
  let value = 0
  let digit: number | undefined
  for (const sign of text) {
    const step = STEPS[sign]
    if (step === undefined) digit = DIGITS[sign] ?? 0
    else {
      value += (digit ?? 1) * step
      digit = undefined
    }
  }
  return value + (digit ?? 0)
}
