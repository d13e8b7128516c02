import type { Finding, FindingPlace } from '../shared/finding.ts'
import type { Content, ContentRow, FieldDefinition, FormDefinition } from './form.ts'
import { columnsOf, fieldsOf, fixedKeyOf, isObject, rowsOf } from './form-index.ts'
import { isBlank } from './value.ts'

type Loose = { readonly [key: string]: unknown }

/**
 * FRM-007, FRM-008: what the system filled in must not come back different, and rows it made must
 * neither vanish nor multiply. Leaving a system value out is fine; `withSystemValues` puts it back.
 */
export function systemValueFindings(form: FormDefinition, stored: unknown, content: Loose): Finding[] {
  const before: Loose = isObject(stored) ? stored : {}
  const findings: Finding[] = []
  for (const { section, field } of fieldsOf(form).values()) {
    const where = { section, field: field.id }
    const sent = content[field.id]
    if (field.readonly) {
      if (!isBlank(sent) && !isSame(before[field.id], sent)) findings.push(changed(`“${field.label}”`, where))
    } else if (field.type === 'rows' && Array.isArray(sent)) {
      findings.push(...rowFindings(field, rowsOf(before, field.id), sent, where))
    }
  }
  return findings
}

function rowFindings(
  field: FieldDefinition,
  before: readonly ContentRow[],
  sent: readonly unknown[],
  where: FindingPlace,
): Finding[] {
  const columns = columnsOf(field).filter((column) => column.readonly)
  if (columns.length === 0) return []
  const key = keyOf(field)
  const known = new Map(before.map((row) => [row[key], row]))
  const findings = fixedKeyOf(field) === undefined ? [] : fixedRowFindings(field, key, known, sent, where)
  sent.forEach((row, index) => {
    if (!isObject(row)) return
    const original = known.get(row[key] as string)
    for (const column of columns) {
      const value = row[column.id]
      if (isBlank(value) || isSame(original?.[column.id], value)) continue
      // A row added in the browser may bring its own id; everything else comes from the system.
      if (original === undefined && column.id === 'id') continue
      const what = `“${field.label}”第 ${index + 1} 行“${column.label}”`
      findings.push(changed(what, { ...where, row: index, column: column.id }))
    }
  })
  return findings
}

function fixedRowFindings(
  field: FieldDefinition,
  key: string,
  known: ReadonlyMap<unknown, ContentRow>,
  sent: readonly unknown[],
  where: FindingPlace,
): Finding[] {
  const keys = sent.map((row) => (isObject(row) ? row[key] : undefined))
  const isComplete = keys.length === known.size && new Set(keys).size === known.size
  if (isComplete && keys.every((one) => known.has(one))) return []
  const message = `“${field.label}”的行由系统生成，不能增加或删除，请刷新页面恢复。`
  return [{ ruleId: 'FRM-008', severity: 'error', message, where }]
}

function changed(what: string, where: FindingPlace): Finding {
  return {
    ruleId: 'FRM-007',
    severity: 'error',
    message: `${what}由系统填写，不能改动，请刷新页面恢复。`,
    where,
  }
}

/**
 * What is stored when a person saves: their values, with every system value as it was.
 * Rows are matched by the column that names them, or by their id.
 */
export function withSystemValues(form: FormDefinition, stored: Content, sent: Content): Content {
  const result: Record<string, Content[string]> = { ...sent }
  for (const { field } of fieldsOf(form).values()) {
    const before = stored[field.id]
    if (field.readonly) {
      if (before === undefined) delete result[field.id]
      else result[field.id] = before
    } else if (field.type === 'rows' && Array.isArray(sent[field.id])) {
      result[field.id] = mergeRows(field, rowsOf(stored, field.id), rowsOf(sent, field.id))
    }
  }
  return result
}

function mergeRows(
  field: FieldDefinition,
  before: readonly ContentRow[],
  sent: readonly ContentRow[],
): readonly ContentRow[] {
  const columns = columnsOf(field).filter((column) => column.readonly)
  if (columns.length === 0) return sent
  const key = keyOf(field)
  const known = new Map(before.map((row) => [row[key], row]))
  const isSystem = new Set(columns.map(({ id }) => id))
  return sent.map((row) => {
    const original = known.get(row[key])
    const merged: Record<string, ContentRow[string]> = {}
    for (const id in row) if (id === 'id' || !isSystem.has(id)) merged[id] = row[id] as ContentRow[string]
    for (const id of isSystem) if (original?.[id] !== undefined) merged[id] = original[id]
    return merged
  })
}

function keyOf(field: FieldDefinition): string {
  return fixedKeyOf(field) ?? 'id'
}

/** Content is at most rows of lists deep; anything deeper is not ours, and not worth a stack overflow. */
function isSame(before: unknown, after: unknown, depth = 4): boolean {
  if (isBlank(before) && isBlank(after)) return true
  if (depth === 0 || typeof before !== 'object' || typeof after !== 'object') return before === after
  if (before === null || after === null) return false
  if (Array.isArray(before) !== Array.isArray(after)) return false
  const left = before as Loose
  const right = after as Loose
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])]
  return keys.every((key) => isSame(left[key], right[key], depth - 1))
}
