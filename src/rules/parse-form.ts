import {
  type FieldDefinition,
  type FormDefinition,
  ORGANISATION_KINDS,
  type SectionDefinition,
} from '../domain/forms/form.ts'
import { isObject } from '../domain/forms/form-index.ts'
import { validateContent } from '../domain/forms/validate.ts'

const SIMPLE_TYPES = [
  'text',
  'longtext',
  'integer',
  'decimal',
  'percent',
  'money',
  'date',
  'choice',
  'choices',
  'boolean',
  'files',
  'person',
  'organisation',
]
const BOUND_TABLES = ['indicator', 'observation', 'execution', 'score']
const IDENTIFIER = /^[a-z][A-Za-z0-9]*(_fen|_x100|_bp)?$/
const NUMBERED = ['integer', 'decimal', 'percent', 'money', 'text', 'longtext', 'files', 'rows']

type Raw = { readonly [key: string]: unknown }
type Fault = (place: string, fault: string) => void

/** A form read from YAML, or every reason why it cannot be used, each with its place in the file. */
export type ParsedForm =
  | { readonly ok: true; readonly form: FormDefinition }
  | { readonly ok: false; readonly faults: readonly string[] }

/**
 * Reads one form. Strict: an unknown key is a typing mistake (in YAML a comma in a label quietly
 * makes one) and a form with a mistake does not load.
 * @param id what the path of the file says the form is called
 */
export function parseForm(id: string, raw: unknown): ParsedForm {
  const faults: string[] = []
  const fault: Fault = (place, what) => faults.push(place === '' ? what : `${place} ${what}`)
  if (!isObject(raw)) return { ok: false, faults: ['文件内容应为一张表'] }
  checkKeys(raw, { id: 'text', title: 'text', source: 'object', sections: 'list' }, {}, '', fault)
  if (raw['id'] !== id) fault('id', `应为 ${id}，与文件位置一致`)
  if (isObject(raw['source'])) {
    checkKeys(raw['source'], { id: 'text' }, { article: 'text' }, 'source', fault)
  }
  for (const [index, section] of listOf(raw['sections']).entries()) {
    checkSection(section, `sections[${index}]`, fault)
  }
  checkUnique(listOf(raw['sections']), 'sections', fault)
  checkUnique(
    listOf(raw['sections']).flatMap((section) => listOf(section['fields'])),
    '全表 fields',
    fault,
  )
  if (faults.length > 0) return { ok: false, faults }

  const form = raw as unknown as FormDefinition
  for (const section of form.sections) checkTogether(section, fault)
  checkDefaultRows(form, fault)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, form }
}

function checkSection(section: Raw, place: string, fault: Fault): void {
  const known = { id: 'text', title: 'text', fields: 'list' }
  checkKeys(section, known, { help: 'text', shownWhen: 'object' }, place, fault)
  checkShown(section, place, fault)
  checkIdentifier(section, place, fault)
  const fields = listOf(section['fields'])
  if (fields.length === 0) fault(place, '没有栏目')
  fields.forEach((field, index) => {
    checkField(field, `${place}.fields[${index}](${String(field['id'])})`, fault, false)
  })
}

function checkField(field: Raw, place: string, fault: Fault, isColumn: boolean): void {
  const optional = {
    help: 'text',
    required: 'boolean',
    requiredWhen: 'object',
    readonly: 'boolean',
    isPersonal: 'boolean',
    max: 'number',
    min: 'number',
    unit: 'text',
    options: 'list',
    organisationKind: 'text',
    peopleOf: 'text',
    narrowedBy: 'text',
    labelledBy: 'text',
    acceptsText: 'boolean',
  }
  const rowKeys = isColumn ? {} : { columns: 'list', bound: 'text', defaultRows: 'list', shownWhen: 'object' }
  checkKeys(field, { id: 'text', label: 'text', type: 'text' }, { ...optional, ...rowKeys }, place, fault)
  checkIdentifier(field, place, fault)
  checkType(field, place, fault, isColumn)
  if (isObject(field['requiredWhen'])) {
    checkKeys(field['requiredWhen'], { field: 'text', equals: 'any' }, {}, `${place}.requiredWhen`, fault)
  }
  checkOptions(field, place, fault)
  if (isColumn) return
  checkShown(field, place, fault)
  const columns = listOf(field['columns'])
  columns.forEach((column, index) => {
    checkField(column, `${place}.columns[${index}](${String(column['id'])})`, fault, true)
  })
  checkUnique(columns, place, fault)
}

function checkShown({ shownWhen }: Raw, place: string, fault: Fault): void {
  if (!isObject(shownWhen)) return
  checkKeys(shownWhen, { field: 'text' }, { is: 'any', isNot: 'any' }, `${place}.shownWhen`, fault)
  if ((shownWhen['is'] === undefined) === (shownWhen['isNot'] === undefined))
    fault(`${place}.shownWhen`, '写 is 或 isNot 中的一个')
}

function checkType(field: Raw, place: string, fault: Fault, isColumn: boolean): void {
  const { id, type } = field
  const types = isColumn ? SIMPLE_TYPES : [...SIMPLE_TYPES, 'rows']
  if (!types.includes(String(type))) fault(place, `没有 ${String(type)} 这种栏目类型`)
  const isRows = type === 'rows'
  if (isRows !== listOf(field['columns']).length > 0) fault(place, '表格(rows)才有列，也必须有列')
  if (!isRows && (field['bound'] || field['defaultRows'])) fault(place, 'bound 和 defaultRows 只用于表格')
  if (field['bound'] !== undefined && !BOUND_TABLES.includes(String(field['bound']))) {
    fault(place, `没有 ${String(field['bound'])} 这张关系表`)
  }
  checkOrganisationKind(field, place, fault)
  checkPerson(field, place, fault)
  const isMoney = String(id).endsWith('_fen')
  if (isMoney !== (type === 'money')) fault(place, '金额栏目(money)的名称以 _fen 结尾，其他栏目不得以此结尾')
  if (String(id).endsWith('_x100') && type !== 'integer') fault(place, '以 _x100 结尾的栏目应为 integer')
  const isNumbered = field['min'] !== undefined || field['max'] !== undefined
  if (isNumbered && !NUMBERED.includes(String(type))) fault(place, `${String(type)} 栏目不能有 min 或 max`)
}

function checkOrganisationKind({ type, organisationKind }: Raw, place: string, fault: Fault): void {
  if (organisationKind === undefined) return
  if (type !== 'organisation') fault(place, 'organisationKind 只用于机构栏目')
  if (!ORGANISATION_KINDS.some((kind) => kind === organisationKind))
    fault(place, `没有 ${String(organisationKind)} 这种机构`)
}

function checkPerson({ type, peopleOf, acceptsText }: Raw, place: string, fault: Fault): void {
  if (type !== 'person' && (peopleOf !== undefined || acceptsText !== undefined))
    fault(place, 'peopleOf 和 acceptsText 只用于人员栏目')
  if (peopleOf !== undefined && !['unit', 'officeAndExperts'].includes(String(peopleOf)))
    fault(place, `不认识 peopleOf ${String(peopleOf)}`)
}

function checkOptions(field: Raw, place: string, fault: Fault): void {
  const isChoice = field['type'] === 'choice' || field['type'] === 'choices'
  const options = listOf(field['options'])
  if (isChoice !== options.length > 0) fault(place, '选择栏目才有 options，也必须有 options')
  options.forEach((option, index) => {
    checkKeys(
      option,
      { value: 'text', label: 'text' },
      { under: 'text' },
      `${place}.options[${index}]`,
      fault,
    )
  })
  checkUnique(options, `${place}.options`, fault, 'value')
}

/** What can only be judged when the parts are known to be right: references and system rows. */
function checkTogether(section: SectionDefinition, fault: Fault): void {
  for (const field of section.fields) {
    checkReadonlyColumns(field, fault)
    for (const one of field.columns ?? []) checkReference(one, field.columns ?? [], fault)
  }
}

/** People add rows to a free table; what the system alone may fill in would stay empty there. */
function checkReadonlyColumns(field: FieldDefinition, fault: Fault): void {
  const columns = field.columns ?? []
  const isSystem = field.readonly || field.bound || columns[0]?.readonly
  if (!isSystem && columns.some((column) => column.readonly)) {
    fault(field.id, '只读列只能用于关系表，或首列为只读的固定行表格')
  }
}

function checkReference(field: FieldDefinition, among: readonly FieldDefinition[], fault: Fault): void {
  const other = field.requiredWhen?.field
  if (other !== undefined && !among.some((one) => one.id === other)) {
    fault(field.id, `requiredWhen 指向的 ${other} 不存在`)
  }
  for (const key of ['narrowedBy', 'labelledBy'] as const) {
    const named = field[key]
    if (named !== undefined && !among.some((one) => one.id === named)) {
      fault(field.id, `${key} 指向的 ${named} 不存在`)
    }
  }
}

function checkDefaultRows(form: FormDefinition, fault: Fault): void {
  const fields = form.sections.flatMap((section) => section.fields)
  for (const field of fields) checkReference(field, fields, fault)
  for (const { id, shownWhen } of [...form.sections, ...fields])
    if (shownWhen !== undefined && !fields.some((field) => field.id === shownWhen.field))
      fault(id, `shownWhen 指向的 ${shownWhen.field} 不存在`)
  const content = Object.fromEntries(
    fields.filter((field) => field.defaultRows).map((field) => [field.id, field.defaultRows]),
  )
  for (const finding of validateContent(form, content, { mode: 'draft' }))
    fault('defaultRows', finding.message)
}

function checkKeys(
  raw: Raw,
  required: Readonly<Record<string, string>>,
  optional: Readonly<Record<string, string>>,
  place: string,
  fault: Fault,
): void {
  for (const key of Object.keys(required)) if (raw[key] === undefined) fault(place, `缺少 ${key}`)
  for (const [key, value] of Object.entries(raw)) {
    const expected = required[key] ?? optional[key]
    if (expected === undefined) fault(place, `不认识 ${key}`)
    else if (!isOfType(value, expected)) fault(place, `${key} 的类型应为 ${expected}`)
  }
}

function isOfType(value: unknown, expected: string): boolean {
  if (expected === 'any') return value !== null && value !== undefined
  if (expected === 'list') return Array.isArray(value) && value.every(isObject)
  if (expected === 'object') return isObject(value)
  if (expected === 'text') return typeof value === 'string' && value.trim() !== ''
  return typeof value === expected
}

function checkIdentifier(raw: Raw, place: string, fault: Fault): void {
  if (!IDENTIFIER.test(String(raw['id']))) fault(place, `名称 ${String(raw['id'])} 应为英文 camelCase`)
}

function checkUnique(items: readonly Raw[], place: string, fault: Fault, key = 'id'): void {
  const seen = new Set<unknown>()
  for (const item of items) {
    if (seen.has(item[key])) fault(place, `${String(item[key])} 重复`)
    seen.add(item[key])
  }
}

function listOf(value: unknown): readonly Raw[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}
