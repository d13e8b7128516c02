import type { FieldDefinition, FormDefinition } from '../forms/form.ts'
import type { ParameterReader, ParameterValues } from '../rules/parameter-values.ts'

/** The official tables that choose a catalogue, each for itself. */
export const TEMPLATES = ['project', 'departmentWhole', 'policy'] as const
export type Template = (typeof TEMPLATES)[number]

export type Catalogue = ParameterValues['targets.catalogue']['catalogues'][number]

/** The catalogue a table uses in its year and place; two exist, with cost under output or as a level. */
export function catalogueOf(rules: ParameterReader, template: Template): Catalogue {
  const { value } = rules.value('targets.catalogue')
  const catalogue = value.catalogues.find(({ code }) => code === value[template])
  if (!catalogue) throw new Error(`targets.catalogue names ${value[template]}, which it does not describe`)
  return catalogue
}

/** Whether the catalogue has this second level under this first one. */
export function isInCatalogue({ levels }: Catalogue, level1: string, level2: string): boolean {
  return levels.includes(`${level1}/${level2}`)
}

/** Whether cost is a first level of its own. */
export function hasCostLevel({ levels }: Catalogue): boolean {
  return levels.some((level) => level.startsWith('cost/'))
}

/** The form with only the levels of a catalogue to choose from; what is stored already stays readable. */
export function withCatalogue(form: FormDefinition, { levels }: Catalogue): FormDefinition {
  const known = { level1: new Set<string>(), level2: new Set<string>() }
  for (const level of levels) {
    const [level1 = '', level2 = ''] = level.split('/')
    known.level1.add(level1)
    known.level2.add(level2)
  }
  const narrowed = (column: FieldDefinition): FieldDefinition =>
    column.id === 'level1' || column.id === 'level2'
      ? {
          ...column,
          options: (column.options ?? []).filter(({ value }) => known[column.id as 'level1'].has(value)),
        }
      : column
  return {
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) =>
        field.id === 'indicators' && field.columns
          ? { ...field, columns: field.columns.map(narrowed) }
          : field,
      ),
    })),
  }
}
