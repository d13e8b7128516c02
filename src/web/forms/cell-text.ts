import type { ContentValue, FieldDefinition } from '../../domain/forms/form.ts'
import { isBlank } from '../../domain/forms/value.ts'
import { isDate } from '../../domain/shared/dates.ts'
import { findFen, formatWanYuan, parseWanYuan, toFenText } from '../../domain/shared/money.ts'
import { formatHundredths } from '../format.ts'
import { zh } from '../zh.ts'

/** One value as people read and type it; the same for fields, grid cells, copy and paste. */
export type Names = Readonly<Record<string, string>>
export type Parsed =
  | { readonly ok: true; readonly value: ContentValue }
  | { readonly ok: false; readonly message: string }

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
  if (field.type === 'money') return zh.unit.wan
  if (field.type === 'percent' || field.id.endsWith('_bp')) return '%'
  return field.id.endsWith('_x100') ? '分' : undefined
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
  if (field.type === 'boolean') return value === true ? zh.common.yes : zh.common.no
  if (field.type === 'choice') return optionLabel(field, value)
  if (field.type === 'choices')
    return (value as readonly string[]).map((one) => optionLabel(field, one)).join('、')
  if (field.type === 'person' || field.type === 'organisation') return names[String(value)] ?? String(value)
  if (field.type === 'files') return (value as readonly string[]).map((id) => names[id] ?? id).join('、')
  if (field.type === 'rows') return `${(value as readonly unknown[]).length} ${zh.grid.row}`
  return String(value)
}

/** Full-width digits and signs of Chinese input methods become plain ones. */
export function toHalfWidth(text: string): string {
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
      return parseNumber(trimmed, zh.input.decimal)
    case 'percent':
      return parseNumber(toHalfWidth(trimmed).replace(/%$/, ''), zh.input.percent)
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
        ? { ok: false, message: zh.input.text }
        : { ok: true, value: trimmed }
    default:
      return { ok: false, message: zh.input.choice }
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
    return { ok: false, message: zh.input.money }
  }
}

function parseInteger(text: string): Parsed {
  const plain = plainNumber(text)
  return /^-?\d{1,15}$/.test(plain)
    ? { ok: true, value: Number(plain) }
    : { ok: false, message: zh.input.integer }
}

function parseHundredths(text: string): Parsed {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?[分%]?$/.exec(plainNumber(text))
  if (match === null) return { ok: false, message: zh.input.hundredths }
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
  return isDate(date) ? { ok: true, value: date } : { ok: false, message: zh.input.date }
}

function parseBoolean(text: string): Parsed {
  const plain = toHalfWidth(text).toLowerCase()
  if (YES.includes(plain)) return { ok: true, value: true }
  return NO.includes(plain) ? { ok: true, value: false } : { ok: false, message: zh.input.choice }
}

function findOption(field: FieldDefinition, text: string): string | undefined {
  const options = field.options ?? []
  const exact = options.find(({ label, value }) => label === text || value === text)
  const begun = options.filter(({ label }) => label.startsWith(text))
  return (exact ?? (begun.length === 1 ? begun[0] : undefined))?.value
}

function parseChoice(field: FieldDefinition, text: string): Parsed {
  const value = findOption(field, text) ?? findOption(field, toHalfWidth(text))
  return value === undefined ? { ok: false, message: zh.input.choice } : { ok: true, value }
}

function parseChoices(field: FieldDefinition, text: string): Parsed {
  const values = text
    .split(SEPARATORS)
    .filter((part) => part.trim() !== '')
    .map((part) => findOption(field, part.trim()))
  if (values.some((value) => value === undefined)) return { ok: false, message: zh.input.choice }
  return { ok: true, value: values as string[] }
}
