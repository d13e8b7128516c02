import type { Content, FieldDefinition, FormDefinition } from '../../domain/forms/form.ts'
import { rowsOf } from '../../domain/forms/form-index.ts'
import { isId } from '../../domain/shared/ids.ts'
import { findNames } from '../../storage/name-repository.ts'
import type { Context } from '../kernel/context.ts'
import { getForm, type RecordData } from '../records/record-data.ts'

/** What the scan found is repeated there, and reasons: no names of the project. */
const NOT_NAMES: readonly string[] = ['redaction', 'agreement']

/** A name, not a sentence: what stands in a personal field may be an opinion too. */
const NAME_MAX = 12

/**
 * Names that must not appear in what is published: from personal fields of the records behind it and of the
 * project, and of everybody who acted on them.
 */
export async function knownNames(context: Context, records: readonly RecordData[]): Promise<string[]> {
  const project = records.find((data) => data.project)?.project
  const written = [
    ...records.flatMap(({ form, content }) => personalValues(form, content)),
    ...(project ? personalValues(getForm(context, 'project/entry'), project.content) : []),
  ]
  const ids = written.filter(isId)
  const names = await findNames(context.db, ids)
  const acted = records.flatMap(({ acts }) => acts.map(({ personName }) => personName))
  const all = [...written.filter((value) => !isId(value)), ...Object.values(names), ...acted]
  return [...new Set(all.flatMap((value) => value.split(/[、，,;；\s]+/)))].filter(
    (name) => name.length >= 2 && name.length <= NAME_MAX,
  )
}

/** Persons by id, and names written into short fields; opinions are longtext and are no names. */
function isNameField({ type, isPersonal }: FieldDefinition): boolean {
  return type === 'person' || (type === 'text' && isPersonal === true)
}

function personalValues(form: FormDefinition, content: Content): string[] {
  const fields = form.sections
    .filter(({ id }) => !NOT_NAMES.includes(id))
    .flatMap((section) => section.fields)
  const values = fields.flatMap((field) => [
    ...(isNameField(field) ? [content[field.id]] : []),
    ...rowsOf(content, field.id).flatMap((row) =>
      (field.columns ?? []).filter(isNameField).map(({ id }) => row[id]),
    ),
  ])
  return values.filter((value): value is string => typeof value === 'string')
}
