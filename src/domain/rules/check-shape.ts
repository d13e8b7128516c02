import { isDate } from '../shared/dates.ts'
import { isFenText } from '../shared/money.ts'
import type { Shape } from './shape.ts'

/**
 * Compares a value with its shape.
 * @returns one sentence per fault, each naming the place; empty when the value fits.
 */
export function checkShape(shape: Shape, value: unknown, place = 'value'): string[] {
  switch (shape.kind) {
    case 'nullable':
      return value === null ? [] : checkShape(shape.of, value, place)
    case 'list':
      return Array.isArray(value)
        ? value.flatMap((item, index) => checkShape(shape.of, item, `${place}[${index}]`))
        : [`${place} 应为列表`]
    case 'object':
      return checkObject(shape.of, value, place)
    case 'integer':
      return Number.isSafeInteger(value) && shape.min <= Number(value) && Number(value) <= shape.max
        ? []
        : [`${place} 应为 ${shape.min} 到 ${shape.max} 之间的整数`]
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${place} 应为 true 或 false`]
    default:
      return checkText(shape, value, place)
  }
}

type TextShape = Extract<Shape, { kind: 'text' | 'date' | 'monthDay' | 'fen' | 'choice' }>

function checkText(shape: TextShape, value: unknown, place: string): string[] {
  if (typeof value !== 'string') return [`${place} 应为文字`]
  switch (shape.kind) {
    case 'text':
      return value.trim() === '' ? [`${place} 不能为空`] : []
    case 'date':
      return isDate(value) ? [] : [`${place} 应为日期，如 2023-01-01`]
    case 'monthDay':
      return isDate(`2024-${value}`) ? [] : [`${place} 应为月日，如 08-31`]
    case 'fen':
      return isFenText(value) ? [] : [`${place} 应为以分为单位的整数金额（加引号）`]
    case 'choice':
      return shape.of.includes(value) ? [] : [`${place} 应为 ${shape.of.join('、')} 之一`]
  }
}

function checkObject(of: { readonly [key: string]: Shape }, value: unknown, place: string): string[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [`${place} 应为一组字段`]
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(of, key))
  const fields = Object.entries(of).flatMap(([key, shape]) =>
    Object.hasOwn(value, key)
      ? checkShape(shape, (value as Record<string, unknown>)[key], `${place}.${key}`)
      : [`${place} 缺少 ${key}`],
  )
  return [...unknown.map((key) => `${place} 有多余字段 ${key}`), ...fields]
}
