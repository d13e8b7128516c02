import { createHash } from 'node:crypto'
import { Type, type Static } from 'typebox'
import { batchColumns } from '../../domain/batch/columns.ts'
import { findHead, guessMapping, layoutOf, type Mapping } from '../../domain/batch/mapping.ts'
import { type BatchChange, type BatchTarget, placeLines } from '../../domain/batch/place-lines.ts'
import { readLines } from '../../domain/batch/read-lines.ts'
import { type Reconciliation, reconcile } from '../../domain/batch/reconcile.ts'
import { type BatchSubject, findSubject } from '../../domain/batch/subjects.ts'
import type { TargetsSheetContent } from '../../domain/forms/contents.ts'
import type { FieldDefinition, FormDefinition } from '../../domain/forms/form.ts'
import { fieldsOf, findField } from '../../domain/forms/form-index.ts'
import { validateContent } from '../../domain/forms/validate.ts'
import type { IntakeFault } from '../../domain/intake/intake-fault.ts'
import type { ReadSheet } from '../../domain/offline/workbook.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { checkWeights } from '../../domain/targets/checks/weights.ts'
import { canEditSection, type RecordKind } from '../../domain/workflow/record-kind.ts'
import { type BatchRow, findBatchRows, findMapping } from '../../storage/batch-repository.ts'
import type { Context } from '../kernel/context.ts'
import { Sheets } from '../offline/index.ts'
import { getForm } from '../records/record-data.ts'

const closed = { additionalProperties: false }

export const MappingInput = Type.Object(
  {
    columns: Type.Record(Type.String({ maxLength: 60 }), Type.Integer({ minimum: 0, maximum: 200 })),
    unit: Type.Union([Type.Literal('wan'), Type.Literal('yuan')]),
  },
  closed,
)
export const BatchInput = {
  subject: Type.String({ maxLength: 20 }),
  year: Type.Integer({ minimum: 2000, maximum: 2100 }),
  sheets: Sheets,
  /** Chosen by a person; without it the remembered one, or a guess. */
  mapping: Type.Optional(MappingInput),
}
export type BatchGiven = {
  readonly subject: string
  readonly year: number
  readonly sheets: readonly ReadSheet[]
  readonly mapping?: Static<typeof MappingInput>
}

export type BatchPlan = {
  readonly subject: BatchSubject
  readonly kind: RecordKind
  readonly form: FormDefinition
  readonly rowsField: FieldDefinition | undefined
  readonly columns: readonly FieldDefinition[]
  readonly headers: readonly string[]
  readonly layoutDigest: string
  readonly mapping: Mapping
  readonly isRemembered: boolean
  readonly lines: number
  readonly faults: readonly IntakeFault[]
  /** What would be stored and yet not stand at the next step: weights that do not add up. */
  readonly warnings: readonly IntakeFault[]
  readonly changes: readonly BatchChange[]
  readonly rows: ReadonlyMap<string, BatchRow>
  readonly reconciliation: Reconciliation
  /** Changes when any record that would be written does. */
  readonly stamp: string
}

/**
 * Reads a file for many projects as far as one can without writing: columns, lines, faults, what would
 * change. Preview and import both come from here.
 * @throws DomainError INVALID_INPUT for an unknown subject or a file without lines, NOT_PERMITTED when
 *   this person never writes there
 */
export async function planBatch(context: Context, given: BatchGiven): Promise<BatchPlan> {
  const { subject, kind, form, columns } = openSubject(context, given.subject)
  const rowsField = subject.rows === undefined ? undefined : findField(form, subject.rows)
  const sheet = sheetWithData(given.sheets)
  const head = findHead(sheet, columns)
  const headers = sheet.rows[head] ?? []
  const layoutDigest = sha256(layoutOf(headers))
  const { jurisdictionId } = context.actor
  const remembered = await findMapping(context.db, {
    jurisdictionId,
    subject: subject.id,
    digest: layoutDigest,
  })
  const mapping = given.mapping ?? remembered ?? guessMapping(headers, columns)
  const mapped = columns.filter(({ id }) => mapping.columns[id] !== undefined)
  const read = readLines(sheet, head, columns, mapping)
  const bound = rowsField?.bound ? { table: rowsField.bound, field: rowsField.id } : undefined
  const stored = await findBatchRows(context.db, {
    jurisdictionId,
    fiscalYear: given.year,
    kind: kind.kind,
    bound,
  })
  const targets = stored.map((row) => toTarget(context, { kind, form, subject }, row, mapped))
  const byCode = new Map(targets.map((target) => [target.code, target]))
  const places = { sheet: sheet.name, mapping }
  const placed = placeLines(read.lines, byCode, rowsField, places)
  const missing = columns.filter(({ id, required }) => required && mapping.columns[id] === undefined)
  const faults = [
    ...missing.map(({ label }) => ({
      place: `${sheet.name}!A${head + 1}`,
      message: `没有指定“${label}”是哪一列。`,
    })),
    ...read.faults,
    ...placed.faults,
    ...(missing.length > 0 || rowsField ? [] : formFaults(form, placed.changes, sheet.name)),
  ]
  const changes = placed.changes.filter(({ isChanged }) => isChanged)
  const rows = new Map(stored.map((row) => [row.code, row]))
  return {
    subject,
    kind,
    form,
    rowsField,
    columns,
    headers,
    layoutDigest,
    mapping,
    isRemembered: given.mapping === undefined && remembered !== undefined,
    lines: read.lines.length,
    faults,
    warnings: weightWarnings(context, subject, given.year, changes, sheet.name),
    changes,
    rows,
    reconciliation: reconcile(placed.changes, targets, mapped, rowsField),
    stamp: stampOf(changes, rows),
  }
}

/** The subject, with the columns this person may bring. */
function openSubject(context: Context, id: string) {
  const subject = findSubject(id)
  if (!subject) throw new DomainError('INVALID_INPUT', '没有这一类批量导入，请刷新页面后重新选择。')
  const kind = getRecordKind(subject.kind)
  const form = getForm(context, kind.form)
  const states = Object.keys(kind.workflow.states)
  const open = form.sections
    .map((section) => section.id)
    .filter((section) => states.some((state) => canEditSection(kind, section, state, context.actor.role)))
  const isOpen = subject.rows === undefined ? open.length > 0 : open.includes(sectionOf(form, subject.rows))
  if (!isOpen) {
    throw new DomainError('NOT_PERMITTED', `“${subject.title}”不由您的岗位填写，请联系经办岗位导入。`)
  }
  return { subject, kind, form, columns: batchColumns(subject, form, open) }
}

function sectionOf(form: FormDefinition, field: string): string {
  return fieldsOf(form).get(field)?.section ?? ''
}

/** The sheet with the most lines: lists of choices and covers are shorter. */
function sheetWithData(sheets: readonly ReadSheet[]): ReadSheet {
  const [longest] = [...sheets].sort((a, b) => b.rows.length - a.rows.length)
  if (longest && longest.rows.length > 1) return longest
  throw new DomainError('INVALID_INPUT', '文件里没有数据行，请核对文件。')
}

type Opened = { readonly kind: RecordKind; readonly form: FormDefinition; readonly subject: BatchSubject }

function toTarget(
  context: Context,
  opened: Opened,
  row: BatchRow,
  mapped: readonly FieldDefinition[],
): BatchTarget {
  const { code, name, recordId, content } = row
  return { code, name, recordId, content, obstacle: obstacleOf(context, opened, row, mapped) }
}

/** Why a line cannot go to this project now. */
function obstacleOf(
  context: Context,
  { kind, form, subject }: Opened,
  { state, isClassified }: BatchRow,
  mapped: readonly FieldDefinition[],
): string | undefined {
  if (isClassified) return '是涉密项目，不得导入。'
  if (state === null) return `还没有“${kind.title}”，请先新建。`
  const isOpen = (section: string) => canEditSection(kind, section, state, context.actor.role)
  const sections = subject.rows === undefined ? mapped.map(({ id }) => id) : [subject.rows]
  const shut = sections.find((id) => fieldsOf(form).has(id) && !isOpen(sectionOf(form, id)))
  if (shut === undefined) return undefined
  const label = findField(form, shut)?.label ?? ''
  return `的“${kind.title}”处于“${kind.workflow.states[state]?.title ?? state}”环节，“${label}”现在不由您填写。`
}

/**
 * What the form itself refuses in the record as a whole, named at the first line of the project. The cells
 * of rows were held to their columns when they were read.
 */
function formFaults(form: FormDefinition, changes: readonly BatchChange[], sheet: string): IntakeFault[] {
  return changes.flatMap(({ target, lines, patch }) =>
    validateContent(form, patch, { mode: 'draft', stored: target.content })
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => ({ place: `${sheet}!A${(lines[0]?.row ?? 0) + 1}`, message })),
  )
}

/** The weights a sheet would have, by the rule its declaration is held to. */
function weightWarnings(
  context: Context,
  subject: BatchSubject,
  fiscalYear: number,
  changes: readonly BatchChange[],
  sheet: string,
): IntakeFault[] {
  if (subject.kind !== 'targets.sheet') return []
  const rules = context.rules.at({
    date: context.today,
    jurisdiction: context.actor.jurisdictionId,
    fiscalYear,
  })
  return changes.flatMap(({ target, lines, patch }) =>
    checkWeights(patch as TargetsSheetContent, rules).map(({ message }) => ({
      place: `${sheet}!A${(lines[0]?.row ?? 0) + 1}`,
      message: `“${target.name}”${message}`,
    })),
  )
}

function stampOf(changes: readonly BatchChange[], rows: ReadonlyMap<string, BatchRow>): string {
  const lines = changes.map(({ target }) => `${target.recordId} ${rows.get(target.code)?.version}`)
  return sha256(lines.join('\n'))
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
