import { findField, fieldsOf } from '../../forms/form-index.ts'
import type { FieldDefinition, FormDefinition } from '../../forms/form.ts'
import { valueWords } from '../story/form-words.ts'
import { chineseNumber } from '../../shared/chinese-number.ts'
import type { ValuePath } from './content-differences.ts'

/** 第三部分“得分表”第4行“得分”: where a value stands, in the words of the form. */
export function placeWords(form: FormDefinition, path: ValuePath): string {
  const [field = '', row, column] = path
  const placed = fieldsOf(form).get(String(field))
  if (!placed) return `“${String(field)}”`
  const section = form.sections.findIndex(({ id }) => id === placed.section)
  const part = `第${chineseNumber(section + 1)}部分“${form.sections[section]?.title ?? ''}”`
  const own = placed.field.label === form.sections[section]?.title ? '' : `“${placed.field.label}”`
  const line = typeof row === 'number' ? `第${row + 1}行` : ''
  const label = placed.field.columns?.find(({ id }) => id === column)?.label
  return `${part}${own}${line}${label ? `“${label}”` : ''}`
}

/** A value as a report prints it, with its unit; 空白 where there is none. */
export function shownValue(form: FormDefinition, path: ValuePath, value: unknown): string {
  const definition = definitionAt(form, path)
  if (typeof value === 'object' && value !== null) return '（整行）'
  const words = definition ? valueWords(definition, choiceWords(definition, value)) : String(value ?? '')
  if (words === '') return '空白'
  return definition?.type === 'money' ? `${words}万元` : words
}

/** The field or column a path leads to. */
export function definitionAt(form: FormDefinition, path: ValuePath): FieldDefinition | undefined {
  const [field = '', row, column] = path
  const definition = findField(form, String(field))
  if (typeof row !== 'number' || column === undefined) return definition
  return definition?.columns?.find(({ id }) => id === column)
}

function choiceWords(definition: FieldDefinition, value: unknown): unknown {
  return definition.options?.find((option) => option.value === value)?.label ?? value
}
