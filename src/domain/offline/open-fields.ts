import type { FieldDefinition, FieldType, FormDefinition, SectionDefinition } from '../forms/form.ts'
import { fixedKeyOf } from '../forms/form-index.ts'
import { isLabelColumn } from '../forms/own-label.ts'

/** What can only be chosen inside the system; a workbook shows it and never changes it. */
const ONLY_INSIDE: readonly FieldType[] = ['person', 'organisation', 'files']

/** Whether a value of this field can come back from a workbook, if its section is open at all. */
export function isTypable(field: FieldDefinition): boolean {
  return !field.readonly && !ONLY_INSIDE.includes(field.type)
}

/** The columns a person reads; ids of the system say nothing to them. */
export function shownColumns(field: FieldDefinition): readonly FieldDefinition[] {
  const columns = field.columns ?? []
  return columns.filter(
    (column) =>
      !isLabelColumn(column, columns) &&
      (!column.readonly || (column.id !== 'id' && column.id !== 'indicatorId')),
  )
}

export function simpleFields(section: SectionDefinition): readonly FieldDefinition[] {
  return section.fields.filter(({ type }) => type !== 'rows')
}

export function rowsFields(section: SectionDefinition): readonly FieldDefinition[] {
  return section.fields.filter(({ type }) => type === 'rows')
}

/** Rows may be added and dropped where the system did not make them. */
export function takesRows(field: FieldDefinition): boolean {
  return fixedKeyOf(field) === undefined
}

const NUMERALS = '一二三四五六七八九十'

/** 一、基本信息: the heading of a section in the workbook. */
export function sectionTitle(form: FormDefinition, section: SectionDefinition): string {
  const index = form.sections.indexOf(section)
  return `${NUMERALS[index] ?? index + 1}、${section.title}`
}
