import type { Content, FieldDefinition, FormDefinition, SectionDefinition, Shown } from './form.ts'

/** Whether a part of a form is in question at all, given what else is filled in. */
export function isShown({ shownWhen }: { readonly shownWhen?: Shown }, content: Content): boolean {
  if (shownWhen === undefined) return true
  const value = content[shownWhen.field]
  return 'is' in shownWhen ? value === shownWhen.is : value !== shownWhen.isNot
}

/** The sections in question, each with its fields in question; those left with none are left out. */
export function shownSections(form: FormDefinition, content: Content): readonly SectionDefinition[] {
  return form.sections.flatMap((section) => {
    if (!isShown(section, content)) return []
    const fields = section.fields.filter((field) => isShown(field, content))
    if (fields.length === section.fields.length) return [section]
    return fields.length === 0 ? [] : [{ ...section, fields }]
  })
}

/** The content without what is not in question: answers to questions that no longer stand. */
export function withoutHidden(form: FormDefinition, content: Content): Content {
  const hidden = new Set<string>()
  for (const section of form.sections)
    for (const field of section.fields as readonly FieldDefinition[])
      if (!isShown(section, content) || !isShown(field, content)) hidden.add(field.id)
  return Object.fromEntries(Object.entries(content).filter(([field]) => !hidden.has(field)))
}
