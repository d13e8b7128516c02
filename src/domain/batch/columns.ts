import type { FieldDefinition, FormDefinition } from '../forms/form.ts'
import { findField, fixedKeyOf } from '../forms/form-index.ts'
import { isTypable, simpleFields } from '../offline/open-fields.ts'
import type { BatchSubject } from './subjects.ts'

/** The project's code names the line; its name is only compared. */
export const CODE: FieldDefinition = {
  id: 'projectCode',
  label: '项目代码',
  type: 'text',
  max: 60,
  required: true,
}
export const NAME: FieldDefinition = { id: 'projectName', label: '项目名称', type: 'text', max: 300 }

/**
 * The columns a file of this subject may have: the code, the name, and what the form asks for.
 * @param openSections sections that may be written in at all by whoever brings the file
 */
export function batchColumns(
  subject: BatchSubject,
  form: FormDefinition,
  openSections: readonly string[],
): readonly FieldDefinition[] {
  if (subject.rows === undefined) {
    const open = form.sections.filter(({ id }) => openSections.includes(id))
    return [CODE, NAME, ...open.flatMap(simpleFields).filter(isTypable).map(optional)]
  }
  const field = findField(form, subject.rows)
  const key = field ? fixedKeyOf(field) : undefined
  const columns = (field?.columns ?? []).filter((column) => isTypable(column) || column.id === key)
  // A line must say which row of the official list it is, or by what name the row goes.
  return [CODE, NAME, ...columns.map((column) => ({ ...column, required: column.id === (key ?? 'name') }))]
}

/** Completeness is the record's affair when it is handed on, not the file's. */
function optional(field: FieldDefinition): FieldDefinition {
  return { ...field, required: false }
}
