import { isDate } from '../shared/dates.ts'
import { Decimal } from '../shared/decimal.ts'
import { isId } from '../shared/ids.ts'
import { isFenText } from '../shared/money.ts'
import type { FieldDefinition } from './form.ts'

/** Lengths where a form names none. */
const DEFAULT_MAX = { text: 200, longtext: 4000, files: 20 } as const

/** numeric(24,6) in the database: anything longer would be refused there. */
const DECIMAL = /^-?\d{1,18}(\.\d{1,6})?$/

/** PostgreSQL stores neither NUL nor half a surrogate pair; other control characters are never typed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
const HALF_CHARACTER = /\p{Surrogate}/u
const LINE_BREAK = /[\n\r]/

/** Nothing filled in: missing, null, blank text, an empty list. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  return Array.isArray(value) && value.length === 0
}

/**
 * What is wrong with one value of a simple field, as the end of a sentence; nothing if it is right.
 * Blank is right here: whether something must be filled in is asked elsewhere.
 */
export function valueFault(field: FieldDefinition, value: unknown): string | undefined {
  if (value === null || value === undefined || value === '') return undefined
  switch (field.type) {
    case 'text':
    case 'longtext':
      return textFault(field, value)
    case 'integer':
      if (!Number.isSafeInteger(value)) return '应填整数'
      return rangeFault(field, value as number)
    case 'decimal':
    case 'percent':
      if (typeof value !== 'string' || !DECIMAL.test(value)) return '应填数字，小数最多六位'
      return rangeFault(field, new Decimal(value))
    case 'money':
      return moneyFault(field, value)
    case 'date':
      return typeof value === 'string' && isDate(value) ? undefined : '应填有效日期，例如 2023-02-09'
    case 'choice':
      return isOption(field, value) ? undefined : '不在可选范围内，请重新选择'
    case 'choices':
      return listFault(
        value,
        (one) => isOption(field, one),
        '不在可选范围内，请重新选择',
        field.options?.length,
      )
    case 'boolean':
      return typeof value === 'boolean' ? undefined : '应选“是”或“否”'
    case 'files':
      return listFault(value, isIdText, '附件无效，请重新上传', field.max ?? DEFAULT_MAX.files)
    case 'person':
      if (field.acceptsText && !isIdText(value)) return textFault(field, value)
      return isIdText(value) ? undefined : '请从列表中选择'
    case 'organisation':
      return isIdText(value) ? undefined : '请从列表中选择'
    case 'rows':
      return undefined
  }
}

function textFault(field: FieldDefinition, value: unknown): string | undefined {
  if (typeof value !== 'string') return '应填文字'
  if (CONTROL.test(value) || HALF_CHARACTER.test(value)) return '含有不能保存的字符，请删除后重新输入'
  if (field.type !== 'longtext' && LINE_BREAK.test(value)) return '只能填一行，请去掉换行'
  const max = field.max ?? DEFAULT_MAX[field.type === 'longtext' ? 'longtext' : 'text']
  return value.length > max ? `最多 ${max} 字，现有 ${value.length} 字，请精简` : undefined
}

function moneyFault(field: FieldDefinition, value: unknown): string | undefined {
  if (typeof value !== 'string' || !isFenText(value)) return '应填金额'
  if (value.startsWith('-') && (field.min === undefined || field.min >= 0)) return '不能为负数'
  return undefined
}

/** @param value an exact integer, or a decimal */
function rangeFault(field: FieldDefinition, value: number | Decimal): string | undefined {
  const { min, max } = field
  const isLess = (bound: number) => (typeof value === 'number' ? value < bound : value.lt(bound))
  const isMore = (bound: number) => (typeof value === 'number' ? value > bound : value.gt(bound))
  if (min !== undefined && isLess(min)) return `不能小于 ${shown(field, min)}`
  if (max !== undefined && isMore(max)) return `不能大于 ${shown(field, max)}`
  return undefined
}

/** Weights and scores are stored in hundredths and read by people in points. */
function shown(field: FieldDefinition, bound: number): string {
  return field.id.endsWith('_x100') ? `${bound / 100} 分` : String(bound)
}

function listFault(
  value: unknown,
  isRight: (one: unknown) => boolean,
  fault: string,
  max: number | undefined,
): string | undefined {
  if (!Array.isArray(value) || !value.every(isRight)) return fault
  if (new Set(value).size !== value.length) return '有重复项，请去掉重复'
  return max !== undefined && value.length > max ? `最多 ${max} 项` : undefined
}

function isOption(field: FieldDefinition, value: unknown): boolean {
  return field.options?.some((option) => option.value === value) ?? false
}

function isIdText(value: unknown): boolean {
  return typeof value === 'string' && isId(value)
}
