import type { FieldDefinition, FormDefinition } from '../domain/forms/form.ts'

const HEAD = `// Generated from rules/forms by \`npm run generate\`; change the form, not this file.
`

/** The TypeScript text of \`contents.ts\`: one content type per form, one row type per table. */
export function contentsModule(forms: readonly FormDefinition[]): string {
  const index = forms.map((form) => `  readonly '${form.id}': ${typeName(form.id)}Content`).join('\n')
  const all = `/** Content type by form id. */\nexport type FormContents = {\n${index}\n}\n`
  return [HEAD, ...forms.map(formTypes), all].join('\n')
}

function formTypes(form: FormDefinition): string {
  const name = typeName(form.id)
  const fields = form.sections.flatMap((section) => section.fields)
  const rowTypes = fields
    .filter((field) => field.type === 'rows')
    .map((field) => objectType(rowName(name, field), `${form.title} · ${field.label}`, rowLines(field)))
  const lines = fields.map((field) => line(field, fieldType(name, field)))
  return [...rowTypes, objectType(`${name}Content`, form.title, lines)].join('\n')
}

function rowLines(field: FieldDefinition): string[] {
  const id = field.bound ? ['  /** 行号 */', '  readonly id?: string | null'] : []
  return [id.join('\n'), ...(field.columns ?? []).map((column) => line(column, simpleType(column)))].filter(
    Boolean,
  )
}

function objectType(name: string, title: string, lines: readonly string[]): string {
  return `/** ${title} */\nexport type ${name} = {\n${lines.join('\n')}\n}\n`
}

/** Everything may be missing: content is a draft until a check says it is complete. */
function line(field: FieldDefinition, type: string): string {
  return `  /** ${field.label} */\n  readonly ${field.id}?: ${type} | null`
}

function fieldType(form: string, field: FieldDefinition): string {
  return field.type === 'rows' ? `readonly ${rowName(form, field)}[]` : simpleType(field)
}

function simpleType(field: FieldDefinition): string {
  const options = field.options?.map(({ value }) => `'${value}'`).join(' | ')
  switch (field.type) {
    case 'integer':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'choice':
      return options ?? 'string'
    case 'choices':
      return `readonly (${options ?? 'string'})[]`
    case 'files':
      return 'readonly string[]'
    default:
      return 'string'
  }
}

/** `targets/sheet` → `TargetsSheet`, `exante/score-sheet` → `ExanteScoreSheet`. */
function typeName(id: string): string {
  return id.split(/[/-]/).map(capital).join('')
}

function rowName(form: string, field: FieldDefinition): string {
  return `${form}${capital(field.id)}Row`
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
