import { findField } from '../../forms/form-index.ts'
import { isBlank } from '../../forms/value.ts'
import type { ContentRow, FieldDefinition, FormDefinition } from '../../forms/form.ts'
import { formatDate, isDate } from '../../shared/dates.ts'
import { findFen, formatWanYuan } from '../../shared/money.ts'
import { formatScore } from '../../shared/score.ts'
import type { FactTable } from '../../documents/fact-table.ts'

/** Content whose choices and ids are words already (`labelled`). */
type Words = { readonly [field: string]: unknown }

/**
 * One value as a report prints it: money in 万元, points with two decimals, days in full; nothing
 * where nothing was filled in.
 */
export function valueWords(field: FieldDefinition, value: unknown): string {
  if (isBlank(value)) return ''
  if (field.id.endsWith('_x100') && typeof value === 'number') return formatScore(value)
  switch (field.type) {
    case 'money': {
      const fen = findFen(String(value))
      return fen === undefined ? '' : formatWanYuan(fen)
    }
    case 'date':
      return isDate(String(value)) ? formatDate(String(value)) : ''
    case 'boolean':
      return value === true ? '是' : '否'
    case 'percent':
      return `${String(value)}%`
    case 'files':
      return Array.isArray(value) ? `${value.length}件` : ''
    case 'choices':
      return Array.isArray(value) ? value.map(String).join('、') : ''
    default:
      return String(value).trim()
  }
}

const UNITS: Partial<Record<FieldDefinition['type'], string>> = { money: '万元' }

/** 建议支持金额：62.00万元。 – one sentence per field that was filled in, in the order given. */
export function fieldSentences(form: FormDefinition, content: Words, fields: readonly string[]): string[] {
  return fields.flatMap((id) => {
    const field = findField(form, id)
    const words = field ? valueWords(field, content[id]) : ''
    if (!field || words === '') return []
    const unit = field.id.endsWith('_x100') ? '分' : (UNITS[field.type] ?? '')
    return [`${field.label}：${endSentence(`${words}${unit}`)}`]
  })
}

/** A column of a rows field, one text per row, blanks left out. */
export function columnTexts(content: Words, fieldId: string, column: string): string[] {
  return rowsIn(content, fieldId)
    .map((row) => row[column])
    .filter((value): value is string => typeof value === 'string' && value.trim() !== '')
    .map((text) => text.trim())
}

/**
 * A rows field as a table of the report, with the columns asked for. Rows that only have their label
 * are left out; without any other there is no table.
 */
export function rowsTable(
  form: FormDefinition,
  content: Words,
  fieldId: string,
  given: { readonly columns: readonly string[]; readonly caption?: string },
): FactTable[] {
  const field = findField(form, fieldId)
  const columns = given.columns.flatMap((id) => field?.columns?.find((column) => column.id === id) ?? [])
  if (!field || columns.length === 0) return []
  const rows = rowsIn(content, fieldId)
    .map((row) => columns.map((column) => valueWords(column, row[column.id])))
    .filter((cells) => cells.slice(1).some((text) => text !== ''))
  if (rows.length === 0) return []
  const hasMoney = columns.some(({ type }) => type === 'money')
  return [
    {
      caption: given.caption ?? field.label,
      ...(hasMoney ? { unit: '单位：万元' } : {}),
      head: columns.map(({ label }) => label),
      rows,
      widths: columns.map(({ type }) => (type === 'longtext' ? 3 : type === 'text' ? 2 : 1)),
      figures: columns.flatMap(({ type }, index) => (FIGURES.includes(type) ? [index] : [])),
    },
  ]
}

const FIGURES: readonly FieldDefinition['type'][] = ['money', 'integer', 'decimal', 'percent']

function rowsIn(content: Words, fieldId: string): readonly ContentRow[] {
  const rows = content[fieldId]
  return Array.isArray(rows) ? (rows as readonly ContentRow[]) : []
}

/** A sentence ends with its own mark or gets a full stop. */
export function endSentence(text: string): string {
  const trimmed = text.trim()
  return trimmed === '' || /[。！？；!?;]$/.test(trimmed) ? trimmed : `${trimmed}。`
}

/** A text under its heading: on the same line when it is one line, below it when it is more. */
export function under(heading: string, text: string): string {
  return text.includes('\n') ? `${heading}：\n${text}` : `${heading}：${text}`
}

/**
 * Paragraphs joined, at most `max` characters: what does not fit is left out by whole paragraphs, and
 * the reader is told where the rest stands. Only a first paragraph longer than all the room is cut.
 */
export function fitLines(texts: readonly string[], max: number, rest = '其余内容见项目档案。'): string {
  const lines = texts.flatMap((text) => text.split('\n'))
  const whole = lines.join('\n')
  if (whole.length <= max) return whole
  const room = max - rest.length - 1
  const kept: string[] = []
  let length = 0
  for (const line of lines) {
    if (length + line.length + 1 > room) break
    kept.push(line)
    length += line.length + 1
  }
  if (kept.length === 0) kept.push(whole.slice(0, room))
  return [...kept, rest].join('\n')
}
