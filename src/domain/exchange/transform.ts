import { Decimal } from '../shared/decimal.ts'
import type { ExchangeColumn, ExchangeProfile } from './profile.ts'

export type Converted =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly message: string }

const good = (value: string): Converted => ({ ok: true, value })
const bad = (message: string): Converted => ({ ok: false, message })

type Pair = { readonly out: (value: string) => Converted; readonly back: (text: string) => Converted }

/** Each way of writing a value, there and back; blank stays blank and never comes here. */
const WAYS: Readonly<Record<string, Pair>> = {
  text: { out: good, back: good },
  year: { out: good, back: (text) => (/^\d{4}$/.test(text) ? good(text) : bad('应为四位年度')) },
  flag12: flags('1', '2', '1 或 2（1 是，2 否）'),
  flag10: flags('1', '0', '1 或 0'),
  yuan: scaled(100, 2, '元，最多两位小数'),
  points: scaled(100, 2, '数字，最多两位小数'),
  score: scaled(100, 6, '数字，最多六位小数'),
  rate: {
    out: good,
    back: (text) => (/^-?\d+(\.\d{1,4})?$/.test(text) ? good(text) : bad('应为数字，最多四位小数')),
  },
  division: {
    out: (value) => (/^\d{6}$/.test(value) ? good(`${value}000`) : bad('应为六位行政区划代码')),
    // Three more positions stand for parts of a place; only the place itself is ours.
    back: (text) =>
      /^\d{6}000$/.test(text) ? good(text.slice(0, 6)) : bad('应为九位财政区划代码，末三位为 000'),
  },
  time: {
    out: (value) => {
      const digits = value.replace(/\D/g, '').slice(0, 17)
      return digits.length >= 8 ? good(digits.padEnd(digits.length > 8 ? 17 : 8, '0')) : bad('应为日期或时间')
    },
    back: (text) =>
      /^\d{8}(\d{6}(\d{3})?)?$/.test(text) ? good(toIso(text)) : bad('应为 8、14 或 17 位的日期时间'),
  },
}

function flags(yes: string, no: string, what: string): Pair {
  return {
    out: (value) => (value === 'true' ? good(yes) : value === 'false' ? good(no) : bad('应为是或否')),
    back: (text) => (text === yes ? good('true') : text === no ? good('false') : bad(`应为 ${what}`)),
  }
}

/** An integer of ours, written divided by `by`, always with `places` decimals. */
function scaled(by: number, places: number, what: string): Pair {
  return {
    out: (value) =>
      /^-?\d+$/.test(value) ? good(new Decimal(value).div(by).toFixed(places)) : bad('不是整数'),
    back: (text) => {
      if (!/^-?\d{1,16}(\.\d+)?$/.test(text)) return bad(`应为${what}`)
      const whole = new Decimal(text).times(by)
      return whole.isInteger() ? good(whole.toFixed(0)) : bad(`应为${what}`)
    },
  }
}

function toIso(digits: string): string {
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`
  if (digits.length === 8) return day
  const clock = `${digits.slice(8, 10)}:${digits.slice(10, 12)}:${digits.slice(12, 14)}`
  return `${day}T${clock}.${digits.slice(14).padEnd(3, '0')}Z`
}

/** What the database cannot hold, and what is never typed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
const HALF_CHARACTER = /\p{Surrogate}/u

/** A value of ours as it stands in the column; longer than the column is refused. */
export function toColumn(profile: ExchangeProfile, column: ExchangeColumn, value: string): Converted {
  const converted = wayOf(profile, column).out(value)
  if (!converted.ok || converted.value.length <= column.max) return converted
  return bad(`有 ${converted.value.length} 字，超过目标列的 ${column.max} 字，请精简后再导出`)
}

/** What stands in a column as a value of ours. */
export function fromColumn(profile: ExchangeProfile, column: ExchangeColumn, text: string): Converted {
  if (text.length > column.max) return bad(`有 ${text.length} 字，超过 ${column.max} 字`)
  if (UNSTORABLE.test(text) || HALF_CHARACTER.test(text)) return bad('含有不能保存的字符')
  return wayOf(profile, column).back(text)
}

function wayOf(profile: ExchangeProfile, { transform }: ExchangeColumn): Pair {
  const scheme = /^code:(.+)$/.exec(transform)?.[1]
  if (scheme === undefined) return WAYS[transform] ?? { out: good, back: good }
  const codes = Object.entries(profile.codes[scheme] ?? {})
  return {
    out: (value) => {
      const found = codes.find(([own]) => own === value)
      return found ? good(found[1]) : bad(`代码“${value}”不在对照表中`)
    },
    back: (text) => {
      const found = codes.find(([, theirs]) => theirs === text)
      return found ? good(found[0]) : bad(`“${text}”不在对照表中，请先在代码表里登记`)
    },
  }
}
