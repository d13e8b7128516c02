import type { Content, ContentValue, FieldDefinition, SectionDefinition } from '../../domain/forms/form.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { isBlank } from '../../domain/forms/value.ts'

export type SectionMark = 'complete' | 'errors' | 'partial' | 'empty'

/** The findings that stand in a section, by its id or by one of its fields. */
export function findingsOfSection(
  section: SectionDefinition,
  findings: readonly Finding[],
): readonly Finding[] {
  return findings.filter(
    ({ where }) =>
      where.section === section.id ||
      (where.section === undefined && section.fields.some(({ id }) => id === where.field)),
  )
}

function isAsked(field: FieldDefinition, content: Content): boolean {
  if (field.readonly) return false
  const when = field.requiredWhen
  return field.required === true || (when !== undefined && content[when.field] === when.equals)
}

function hasOwnContent(field: FieldDefinition, value: ContentValue | undefined): boolean {
  if (isBlank(value)) return false
  if (field.type !== 'rows') return !field.readonly
  const typed = (field.columns ?? []).filter((column) => !column.readonly)
  return (value as readonly Readonly<Record<string, ContentValue>>[]).some((row) =>
    typed.some(({ id }) => !isBlank(row[id])),
  )
}

/** Nobody types in it: what stands there is all there will be. */
function isOfSystem({ fields }: SectionDefinition): boolean {
  return fields.every((field) => field.readonly && field.type !== 'rows')
}

function hasAny(fields: readonly FieldDefinition[], content: Content): boolean {
  return fields.some(({ id }) => !isBlank(content[id]))
}

/** The mark in the section list: errors before everything, then what is missing. */
export function markOfSection(
  section: SectionDefinition,
  content: Content,
  findings: readonly Finding[],
): SectionMark {
  const own = findingsOfSection(section, findings)
  if (isOfSystem(section)) return hasAny(section.fields, content) ? 'complete' : 'empty'
  const filled = section.fields.filter((field) => hasOwnContent(field, content[field.id]))
  if (filled.length === 0) return 'empty'
  if (own.some(({ severity }) => severity === 'error')) return 'errors'
  const missing = section.fields.some((field) => isAsked(field, content) && isBlank(content[field.id]))
  return missing ? 'partial' : 'complete'
}

/** Whether a field must be filled in before submission, given what else is filled in. */
export function isRequiredNow(field: FieldDefinition, content: Content): boolean {
  return isAsked(field, content)
}
