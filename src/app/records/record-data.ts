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
import {
  findRecord,
  findRecords,
  type RecordRow,
  updateRecordContent,
} from '../../storage/record-repository.ts'
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
  const record = await findRecord(context.db, recordId, options)
  if (!record) throw new DomainError('NOT_FOUND', '没有找到这个办理事项，可能已移交或不在您的管理范围内。')
  return completeRecord(context, record, options.asOf)
}

/** The rest of a record whose row is at hand. */
export async function completeRecord(
  context: Context,
  record: RecordRow,
  asOf?: string,
): Promise<RecordData> {
  const kind = getRecordKind(record.kind)
  const form = getForm(context, kind.form)
  const project = record.projectId
    ? await findProject(context.db, record.projectId, asOf ? { asOf } : {})
    : undefined
  const bound = await Promise.all(
    boundFields(form).map(async ({ id, bound }) => [
      id,
      await findBoundRows(
        context.db,
        bound,
        { jurisdictionId: record.jurisdictionId, recordId: record.id },
        asOf,
      ),
    ]),
  )
  const acts = await findActs(
    context.db,
    { jurisdictionId: record.jurisdictionId, recordId: record.id },
    asOf,
  )
  return { record, kind, form, project, content: { ...record.content, ...Object.fromEntries(bound) }, acts }
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
): Promise<RecordData | undefined> {
  const rows = await findRecords(context.db, {
    jurisdictionId: project.jurisdictionId,
    projectId: project.id,
    kind,
  })
  const last = rows.at(-1)
  return last && completeRecord(context, last)
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

/** Stores content: plain fields in the record, bound rows in their tables. Returns the new version. */
export async function storeContent(context: Context, data: RecordData, content: Content): Promise<number> {
  const bound = boundFields(data.form)
  const plain = Object.fromEntries(
    Object.entries(content).filter(([field]) => !bound.some(({ id }) => id === field)),
  )
  await refreshBound(context, data, content)
  return updateRecordContent(context.db, data.record, plain)
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
