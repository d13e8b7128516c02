import type { RecordKind } from '../../domain/workflow/record-kind.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type {
  BoundTable,
  Content,
  ContentRow,
  FieldDefinition,
  FormDefinition,
} from '../../domain/forms/form.ts'
import { type Act, findActs } from '../../storage/act-repository.ts'
import { findBoundRows, replaceBoundRows } from '../../storage/bound-rows.ts'
import { findProject, type ProjectRow } from '../../storage/project-repository.ts'
import { findRecord, findRecords, type RecordRow } from '../../storage/record-repository.ts'
import { contentParts, updateRecordContent } from '../../storage/store-content.ts'
import { findNewestRecord, findStoredRecord, type StoredRecord } from '../../storage/stored-record.ts'
import type { Context } from '../kernel/context.ts'

/** A record as every use case works on it: one content object, bound rows included. */
export type RecordData = {
  readonly record: RecordRow
  readonly kind: RecordKind
  readonly form: FormDefinition
  readonly project: ProjectRow | undefined
  readonly content: Content
  readonly acts: readonly Act[]
}

/**
 * Reads a record with all that belongs to it.
 * @throws DomainError NOT_FOUND when it does not exist or lies outside the caller's scope
 */
export async function getRecordData(
  context: Context,
  recordId: string,
  options: { readonly isLocked?: boolean; readonly asOf?: string } = {},
): Promise<RecordData> {
  const data = options.asOf
    ? await findRecordAsOf(context, recordId, options.asOf)
    : await findPresent(context, recordId, options.isLocked ?? false)
  if (!data) throw new DomainError('NOT_FOUND', '没有找到这个办理事项，可能已移交或不在您的管理范围内。')
  return data
}

/** What the call was opened with is read and locked already. */
async function findPresent(
  context: Context,
  recordId: string,
  isLocked: boolean,
): Promise<RecordData | undefined> {
  const opened = isLocked ? context.opened?.(recordId) : undefined
  const stored = opened ?? (await findStoredRecord(context.db, recordId, { isLocked }))
  return stored && dataOf(context, stored)
}

function dataOf(context: Pick<Context, 'forms'>, stored: StoredRecord): RecordData {
  const { record, project, acts, rows } = stored
  const kind = getRecordKind(record.kind)
  const form = getForm(context, kind.form)
  const bound = Object.fromEntries(boundFields(form).map((field) => [field.id, rows[field.bound]]))
  return { record, kind, form, project, content: { ...record.content, ...bound }, acts }
}

/** A record as it was at a moment: every part is read from its history. */
async function findRecordAsOf(
  context: Context,
  recordId: string,
  asOf: string,
): Promise<RecordData | undefined> {
  const record = await findRecord(context.db, recordId, { asOf })
  if (!record) return undefined
  const kind = getRecordKind(record.kind)
  const form = getForm(context, kind.form)
  const own = { jurisdictionId: record.jurisdictionId, recordId: record.id }
  const project = record.projectId ? await findProject(context.db, record.projectId, { asOf }) : undefined
  const bound = await Promise.all(
    boundFields(form).map(async ({ id, bound }) => [id, await findBoundRows(context.db, bound, own, asOf)]),
  )
  // By version, not by the day of the act: a step that was taken later made a later version.
  const acts = (await findActs(context.db, own)).filter((act) => act.version <= record.version)
  return { record, kind, form, project, content: { ...record.content, ...Object.fromEntries(bound) }, acts }
}

/** The rest of a record whose row is at hand. */
export async function completeRecord(context: Context, { id }: RecordRow): Promise<RecordData> {
  const data = await findPresent(context, id, false)
  if (!data) throw new Error(`record ${id} was seen and cannot be seen any more`)
  return data
}

/** The records of one kind of a project, complete, oldest first. */
export async function findRecordData(
  context: Context,
  where: {
    readonly jurisdictionId: string
    readonly projectId?: string
    readonly kind: string
    readonly subjectId?: string
  },
): Promise<RecordData[]> {
  const rows = await findRecords(context.db, where)
  return Promise.all(rows.map((row) => completeRecord(context, row)))
}

/** The one record of a kind, the newest when there are several; undefined when there is none yet. */
export async function findLatestRecord(
  context: Context,
  project: { readonly jurisdictionId: string; readonly id: string },
  kind: string,
  options: { readonly isLocked?: boolean } = {},
): Promise<RecordData | undefined> {
  const { jurisdictionId, id: projectId } = project
  const stored = await findNewestRecord(context.db, { jurisdictionId, projectId, kind }, options)
  return stored && dataOf(context, stored)
}

/** @throws Error when a kind names a form that does not exist: a fault of the program. */
export function getForm(context: Pick<Context, 'forms'>, id: string): FormDefinition {
  const form = context.forms.get(id)
  if (!form) throw new Error(`form ${id} is missing in rules/forms`)
  return form
}

export function boundFields(
  form: FormDefinition,
): readonly (FieldDefinition & { readonly bound: BoundTable })[] {
  return form.sections
    .flatMap((section) => section.fields)
    .filter((field): field is FieldDefinition & { readonly bound: BoundTable } => field.bound !== undefined)
}

/**
 * Stores content: plain fields in the record, bound rows in their tables, in one statement. The caller holds
 * the lock on the record. Returns the new version.
 * @throws DomainError INVALID_INPUT for a row of another record
 */
export async function storeContent(context: Context, data: RecordData, content: Content): Promise<number> {
  const rows = boundFields(data.form).map((field) => rowsOf(context, data, content, field))
  return updateRecordContent(context.db, data.record, plainContent(data, content), rows)
}

/**
 * Stores content as the last thing a command does: it travels with the audit row. `data` is as it was read under
 * the lock, and nothing of the record was written since.
 * @throws DomainError INVALID_INPUT for a row that stands twice; at the end, for a row of another record
 */
export function storeContentAtEnd(context: Context, data: RecordData, content: Content): number {
  const rows = boundFields(data.form).map((field) => ({
    ...rowsOf(context, data, content, field),
    known: (data.content[field.id] ?? []) as readonly ContentRow[],
  }))
  context.leave(contentParts(data.record, plainContent(data, content), rows))
  return data.record.version + 1
}

function rowsOf(
  context: Context,
  data: RecordData,
  content: Content,
  { id, bound }: { readonly id: string; readonly bound: BoundTable },
) {
  return {
    table: bound,
    owner: ownerOf(context, data, content),
    rows: withIds(context, (content[id] ?? []) as readonly ContentRow[]),
  }
}

/** What stands in the record itself: all but the rows that have a table of their own. */
export function plainContent({ form }: Pick<RecordData, 'form'>, content: Content): Content {
  const bound = new Set(boundFields(form).map(({ id }) => id))
  return Object.fromEntries(Object.entries(content).filter(([field]) => !bound.has(field)))
}

/** Makes the tables of the bound fields equal to the content, without touching the record itself. */
export async function refreshBound(context: Context, data: RecordData, content: Content): Promise<void> {
  for (const field of boundFields(data.form)) {
    const rows = (content[field.id] ?? []) as readonly ContentRow[]
    await replaceBoundRows(context.db, field.bound, ownerOf(context, data, content), withIds(context, rows))
  }
}

function ownerOf(context: Context, { record }: RecordData, content: Content) {
  if (!record.projectId) throw new Error(`record ${record.id} has rows but no project`)
  const month = Number(content['month'])
  return {
    jurisdictionId: record.jurisdictionId,
    projectId: record.projectId,
    recordId: record.id,
    fiscalYear: record.fiscalYear,
    month: Number.isInteger(month) && month >= 1 && month <= 12 ? month : Number(context.today.slice(5, 7)),
  }
}

function withIds(context: Context, rows: readonly ContentRow[]): ContentRow[] {
  return rows.map((row) => (row['id'] ? row : { ...row, id: context.newId() }))
}

/** @throws DomainError VERSION_CONFLICT with the present version and who made it. */
export function requireVersion(data: RecordData, version: number): void {
  if (data.record.version === version) return
  const last = data.acts.at(-1)
  throw new DomainError(
    'VERSION_CONFLICT',
    '这个事项刚被别人改动过。请先查看对方的内容，再决定保留哪一份后重新提交。',
    {
      yours: version,
      current: data.record.version,
      content: data.content,
      changedBy: last?.personName ?? null,
    },
  )
}
