import type { Finding, FindingPlace } from '../shared/finding.ts'
import type { formHeader } from './form-rules.ts'
import type { Content, FieldDefinition, FormDefinition } from './form.ts'
import { columnsOf, fieldsOf, isObject, type PlacedField } from './form-index.ts'
import { isShown } from './shown.ts'
import { systemValueFindings } from './system-values.ts'
import { isBlank, valueFault } from './value.ts'

export type ValidateOptions = {
  /** A draft may be incomplete; at submission what is required must be there. */
  readonly mode: 'draft' | 'submit'
  /** At submission: only these sections must be complete (see `dueSections`); all without it. */
  readonly sections?: readonly string[]
  /** What is stored now: values filled in by the system must not differ from it. */
  readonly stored?: unknown
}

/** More rows than this is a mistake, whatever the form. */
const ROWS_MAX = 500

/**
 * Whether content fits its form: known keys, types, lengths, options, and at submission completeness.
 *
 * Pure and quick, for the browser while typing and for the server before saving. Never throws,
 * whatever JSON arrives.
 * @returns errors only; empty means it may be stored (draft) or handed on (submit).
 */
export function validateContent(form: FormDefinition, content: unknown, options: ValidateOptions): Finding[] {
  if (!isObject(content)) return [formFinding('FRM-001', '填报内容格式不正确，请刷新页面后重新填写。', {})]
  const fields = fieldsOf(form)
  const findings = Object.keys(content)
    .filter((key) => !fields.has(key))
    .map((key) =>
      formFinding('FRM-002', `表中没有“${key.slice(0, 50)}”这一栏，请刷新页面后重新填写。`, { field: key }),
    )
  for (const placed of fields.values()) {
    findings.push(...checkField(placed, content[placed.field.id]))
    if (isDue(placed.section, options) && isAsked(placed, content))
      findings.push(...checkRequired(placed, content))
  }
  if (options.stored !== undefined) findings.push(...systemValueFindings(form, options.stored, content))
  return findings
}

function isAsked({ within, field }: PlacedField, content: { readonly [key: string]: unknown }): boolean {
  return isShown(within, content as Content) && isShown(field, content as Content)
}

function isDue(section: string, { mode, sections }: ValidateOptions): boolean {
  return mode === 'submit' && (sections === undefined || sections.includes(section))
}

function checkField({ section, field }: PlacedField, value: unknown): Finding[] {
  if (field.type === 'rows') return checkRows(section, field, value)
  const fault = valueFault(field, value)
  return fault === undefined ? [] : [faultFinding(`“${field.label}”`, fault, { section, field: field.id })]
}

function checkRows(section: string, field: FieldDefinition, value: unknown): Finding[] {
  if (value === undefined || value === null) return []
  const where = { section, field: field.id }
  if (!Array.isArray(value)) return [faultFinding(`“${field.label}”`, '应为表格', where)]
  const max = field.max ?? ROWS_MAX
  if (value.length > max) {
    return [
      formFinding('FRM-004', `“${field.label}”最多 ${max} 行，现有 ${value.length} 行，请删减。`, where),
    ]
  }
  return value.flatMap((row, index) => checkRow(field, row, { ...where, row: index }))
}

function checkRow(
  field: FieldDefinition,
  row: unknown,
  where: FindingPlace & { readonly row: number },
): Finding[] {
  const name = `“${field.label}”第 ${where.row + 1} 行`
  if (!isObject(row)) return [faultFinding(name, '格式不正确，请刷新页面后重新填写', where)]
  const columns = columnsOf(field)
  const known = new Set(columns.map((column) => column.id))
  const findings = Object.keys(row)
    .filter((key) => !known.has(key))
    .map((key) =>
      formFinding('FRM-002', `${name}没有“${key.slice(0, 50)}”这一列，请刷新页面后重新填写。`, {
        ...where,
        column: key,
      }),
    )
  for (const column of columns) {
    const fault = valueFault(column, row[column.id])
    if (fault !== undefined) {
      findings.push(faultFinding(`${name}“${column.label}”`, fault, { ...where, column: column.id }))
    }
  }
  return [...findings, ...checkScoreWithinWeight(name, row, where)]
}

/** No line earns more than its points, in any table that has both; the database holds to it too. */
function checkScoreWithinWeight(
  name: string,
  row: { readonly [column: string]: unknown },
  where: FindingPlace,
): Finding[] {
  const { weight_x100: weight, score_x100: score } = row
  if (typeof weight !== 'number' || typeof score !== 'number' || score <= weight) return []
  const message = `${name}得分 ${score / 100} 分高于分值 ${weight / 100} 分，请改为不高于分值。`
  return [formFinding('FRM-009', message, { ...where, column: 'score_x100' })]
}

function checkRequired(
  { section, field }: PlacedField,
  content: { readonly [key: string]: unknown },
): Finding[] {
  const value = content[field.id]
  const where = { section, field: field.id }
  if (field.type !== 'rows')
    return isMissing(field, value, content) ? [missing(`“${field.label}”`, where)] : []

  const rows: readonly unknown[] = Array.isArray(value) ? value : []
  const min = field.min ?? (isRequired(field, content) ? 1 : 0)
  if (rows.length < min) {
    return [formFinding('FRM-006', `“${field.label}”至少填 ${min} 行，请补充。`, where)]
  }
  return rows.flatMap((row, index) => requiredInRow(field, row, { ...where, row: index }))
}

function requiredInRow(
  field: FieldDefinition,
  row: unknown,
  where: FindingPlace & { readonly row: number },
): Finding[] {
  if (!isObject(row)) return []
  return columnsOf(field)
    .filter((column) => isMissing(column, row[column.id], row))
    .map((column) =>
      missing(`“${field.label}”第 ${where.row + 1} 行“${column.label}”`, { ...where, column: column.id }),
    )
}

function isMissing(
  field: FieldDefinition,
  value: unknown,
  around: { readonly [key: string]: unknown },
): boolean {
  return isBlank(value) && isRequired(field, around)
}

function isRequired(field: FieldDefinition, around: { readonly [key: string]: unknown }): boolean {
  if (field.required) return true
  return field.requiredWhen !== undefined && around[field.requiredWhen.field] === field.requiredWhen.equals
}

function missing(what: string, where: FindingPlace): Finding {
  return formFinding('FRM-006', `${what}还没有填写，请补充。`, where)
}

function faultFinding(what: string, fault: string, where: FindingPlace): Finding {
  return formFinding('FRM-003', `${what}${fault}。`, where)
}

function formFinding(ruleId: keyof typeof formHeader, message: string, where: FindingPlace): Finding {
  return { ruleId, severity: 'error', message, where }
}
