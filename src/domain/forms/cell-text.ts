import { isDate } from '../shared/dates.ts'
import { findFen, formatWanYuan, parseWanYuan, toFenText } from '../shared/money.ts'
import type { ContentValue, FieldDefinition } from './form.ts'
import { isBlank } from './value.ts'

/** One value as people read and type it; the same for fields, grid cells, copy and paste. */
export type Names = Readonly<Record<string, string>>
export type Parsed =
  | { readonly ok: true; readonly value: ContentValue }
  | { readonly ok: false; readonly message: string }

/** What is said about a text that does not fit its column: what to write instead. */
export const FAULTS = {
  money: '请按万元填写数字，最多六位小数。',
  integer: '请填写整数。',
  decimal: '请填写数字，最多六位小数。',
  percent: '请填写百分数，例如 95。',
  date: '请按“年-月-日”填写，例如 2023-06-30。',
  choice: '请从选项中选择',
  hundredths: '请填写数字，最多两位小数。',
  text: '内容太长。',
} as const

/** How one sign is printed and typed in published tables. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^(>=|=>|[\u2267\u2a7e\u226e]|不低于|不少于|不小于)$/, '≥'],
  [/^(<=|=<|[\u2266\u2a7d\u226f]|不高于|不超过|不大于|不多于)$/, '≤'],
  [/^([\u2550]|==|等于)$/, '='],
  [/^(大于|高于|多于)$/, '>'],
  [/^(小于|低于|少于)$/, '<'],
]

const SEPARATORS = /[\u3001\uff0c,\uff1b;\n]+/
const YES = ['是', '有', '√', '✓', 'true', '1', 'y', 'yes']
const NO = ['否', '无', '×', 'false', '0', 'n', 'no']

/** Integers kept in hundredths (score_x100, rate_bp) are shown and typed as ordinary numbers. */
export function isHundredths(field: FieldDefinition): boolean {
  return field.type === 'integer' && (field.id.endsWith('_x100') || field.id.endsWith('_bp'))
}

/** The unit to show behind a field or in a column header. */
export function unitOf(field: FieldDefinition): string | undefined {
  if (field.unit !== undefined) return field.unit
  if (field.type === 'money') return '万元'
  if (field.type === 'percent' || field.id.endsWith('_bp')) return '%'
  return field.id.endsWith('_x100') ? '分' : undefined
}

/** Hundredths as people write them: 9000 → `90`, 8950 → `89.5`. */
export function formatHundredths(value: number): string {
  const sign = value < 0 ? '-' : ''
  const absolute = Math.abs(value)
  const fraction = String(absolute % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${sign}${Math.floor(absolute / 100)}${fraction === '' ? '' : `.${fraction}`}`
}

function optionLabel(field: FieldDefinition, value: unknown): string {
  return field.options?.find((option) => option.value === value)?.label ?? String(value)
}

/** A value as text; blank is the empty text. `names` says what person and organisation ids stand for. */
export function formatCell(
  field: FieldDefinition,
  value: ContentValue | undefined,
  names: Names = {},
): string {
  if (isBlank(value)) return ''
  if (field.type === 'money') {
    const fen = findFen(String(value))
    return fen === undefined ? String(value) : formatWanYuan(fen)
  }
  if (isHundredths(field)) return typeof value === 'number' ? formatHundredths(value) : String(value)
  if (field.type === 'boolean') return value === true ? '是' : '否'
  if (field.type === 'choice') return optionLabel(field, value)
  if (field.type === 'choices')
    return (value as readonly string[]).map((one) => optionLabel(field, one)).join('、')
  if (field.type === 'person' || field.type === 'organisation') return names[String(value)] ?? String(value)
  if (field.type === 'files') return (value as readonly string[]).map((id) => names[id] ?? id).join('、')
  if (field.type === 'rows') return `${(value as readonly unknown[]).length} 行`
  return String(value)
}

/** Full-width digits and signs of Chinese input methods become plain ones. */
export function toHalfWidth(text: string): string {
  if (!/[\uff01-\uff5e\u3002\u3000]/.test(text)) return text
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3002/g, '.')
    .replace(/\u3000/g, ' ')
}

/** What a person typed or pasted, as a value of the field; blank is `null`. */
export function parseCell(field: FieldDefinition, text: string): Parsed {
  const trimmed = text.trim()
  if (trimmed === '') return { ok: true, value: null }
  switch (field.type) {
    case 'money':
      return parseMoney(trimmed)
    case 'integer':
      return isHundredths(field) ? parseHundredths(trimmed) : parseInteger(trimmed)
    case 'decimal':
      return parseNumber(trimmed, FAULTS.decimal)
    case 'percent':
      return parseNumber(toHalfWidth(trimmed).replace(/%$/, ''), FAULTS.percent)
    case 'date':
      return parseDay(trimmed)
    case 'boolean':
      return parseBoolean(trimmed)
    case 'choice':
      return parseChoice(field, trimmed)
    case 'choices':
      return parseChoices(field, trimmed)
    case 'text':
    case 'longtext':
      return field.max !== undefined && trimmed.length > field.max
        ? { ok: false, message: FAULTS.text }
        : { ok: true, value: trimmed }
    default:
      return { ok: false, message: FAULTS.choice }
  }
}

function plainNumber(text: string): string {
  return toHalfWidth(text).replace(/[,\s]/g, '')
}

function parseMoney(text: string): Parsed {
  try {
    const plain = plainNumber(text).replace(/万元$/, '')
    const negative = /^\((.*)\)$/.exec(plain)
    return { ok: true, value: toFenText(parseWanYuan(negative === null ? plain : `-${negative[1]}`)) }
  } catch {
    return { ok: false, message: FAULTS.money }
  }
}

function parseInteger(text: string): Parsed {
  const plain = plainNumber(text)
  return /^-?\d{1,15}$/.test(plain)
    ? { ok: true, value: Number(plain) }
    : { ok: false, message: FAULTS.integer }
}

function parseHundredths(text: string): Parsed {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?[分%]?$/.exec(plainNumber(text))
  if (match === null) return { ok: false, message: FAULTS.hundredths }
  const [, sign, whole, fraction = ''] = match
  const value = Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
  return { ok: true, value: sign === '-' ? -value : value }
}

function parseNumber(text: string, message: string): Parsed {
  const plain = plainNumber(text)
  return /^-?\d{1,18}(\.\d{1,6})?$/.test(plain) ? { ok: true, value: plain } : { ok: false, message }
}

/** `2023-6-30`, `2023/6/30`, `2023.6.30`, `20230630`, `2023年6月30日`. */
export function parseDay(text: string): Parsed {
  const plain = toHalfWidth(text)
  const match =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  const [, year = '', month = '', day = ''] = match ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(date) ? { ok: true, value: date } : { ok: false, message: FAULTS.date }
}

function parseBoolean(text: string): Parsed {
  const plain = toHalfWidth(text).toLowerCase()
  if (YES.includes(plain)) return { ok: true, value: true }
  return NO.includes(plain) ? { ok: true, value: false } : { ok: false, message: FAULTS.choice }
}

function findOption(field: FieldDefinition, text: string): string | undefined {
  const options = field.options ?? []
  const exact = options.find(({ label, value }) => label === text || value === text)
  const begun = options.filter(({ label }) => label.startsWith(text))
  return (exact ?? (begun.length === 1 ? begun[0] : undefined))?.value
}

function parseChoice(field: FieldDefinition, text: string): Parsed {
  const plain = toHalfWidth(text)
  const sign = SIGNS.find(([pattern]) => pattern.test(plain))?.[1]
  const value =
    findOption(field, text) ??
    findOption(field, plain) ??
    (sign === undefined ? undefined : findOption(field, sign))
  return value === undefined ? { ok: false, message: FAULTS.choice } : { ok: true, value }
}

function parseChoices(field: FieldDefinition, text: string): Parsed {
  const values = text
    .split(SEPARATORS)
    .filter((part) => part.trim() !== '')
    .map((part) => findOption(field, part.trim()))
  if (values.some((value) => value === undefined)) return { ok: false, message: FAULTS.choice }
  return { ok: true, value: values as string[] }
}
