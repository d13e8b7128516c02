import { Type } from 'typebox'
import { validateContent } from '../../domain/forms/validate.ts'
import type { Content, ContentRow, FormDefinition } from '../../domain/forms/form.ts'
import { addDays } from '../../domain/shared/dates.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { RecordKind } from '../../domain/workflow/record-kind.ts'
import type { StateDefinition } from '../../domain/workflow/workflow.ts'
import { findProject, type ProjectRow } from '../../storage/project-repository.ts'
import { findRecord, findRecords, insertRecord } from '../../storage/record-repository.ts'
import type { Context } from '../kernel/context.ts'
import { defineUseCase, type UseCase } from '../kernel/use-case.ts'
import type { RecordBehaviour } from './behaviour.ts'
import { dayIn } from './due-on.ts'
import { requireOwnFields } from './own-fields.ts'
import { boundFields, completeRecord, getForm, type RecordData, refreshBound } from './record-data.ts'

export const BeginInput = Type.Object(
  {
    projectId: Type.Optional(Type.String({ format: 'uuid' })),
    fiscalYear: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })),
    /** The record this one follows from, such as the monitoring round of a finding. */
    subjectId: Type.Optional(Type.String({ format: 'uuid' })),
    /** What is already known of the first content, such as the stage of a stage report. */
    content: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  },
  { additionalProperties: false },
)
export type BeginInput = Type.Static<typeof BeginInput>

export const BeginOutput = Type.Object({ recordId: Type.String(), version: Type.Integer() })
export type BeginOutput = Type.Static<typeof BeginOutput>

export type BeginUseCase = UseCase<typeof BeginInput, BeginOutput> & { readonly recordKind: RecordKind }

/**
 * The use case that begins a record of a kind by hand; its roles are the kind's `createdBy`.
 * @param named system fields that whoever begins it chooses, such as the stage of a stage report
 * @param titleOf what tells one from the others of its kind; the kind's own title when not given
 */
export function defineBegin(
  kind: RecordKind,
  behaviour: RecordBehaviour,
  named: readonly string[] = [],
  titleOf: (content: Content, context: Context) => string = () => kind.title,
): BeginUseCase {
  const useCase = defineUseCase({
    id: `${kind.kind}.begin`,
    title: `新建${kind.title}`,
    stage: kind.stage,
    kind: 'command',
    by: kind.createdBy,
    input: BeginInput,
    output: BeginOutput,
    run: async (context, input: BeginInput) => {
      const project = await projectOf(context, kind, input)
      const organisationId = kind.per === 'organisation' ? context.actor.organisationId : undefined
      await requireSubject(context, project, input.subjectId)
      await requireRoom(context, kind, project, organisationId, input.fiscalYear)
      const start = { kind, form: getForm(context, kind.form), record: { state: kind.workflow.initial } }
      const given = (input.content ?? {}) as Content
      requireOwnFields(context, start, given, named)
      const record = await beginRecord(context, kind, behaviour, {
        project,
        ...input,
        title: titleOf(given, context),
        ...(organisationId === undefined ? {} : { organisationId }),
      })
      return { recordId: record.record.id, version: record.record.version }
    },
  })
  return { ...useCase, recordKind: kind }
}

export type Beginning = {
  readonly project: ProjectRow | undefined
  readonly fiscalYear?: number
  readonly subjectId?: string
  readonly content?: { readonly [field: string]: unknown }
  /** Whose alone it is until it is submitted (score sheets). */
  readonly privateTo?: string
  readonly title?: string
  /** The office it belongs to, of kinds that are an office's. */
  readonly organisationId?: string
}

/** Makes a record with what is known already filled in; also used by effects of other acts. */
export async function beginRecord(
  context: Context,
  kind: RecordKind,
  behaviour: RecordBehaviour,
  beginning: Beginning,
): Promise<RecordData> {
  const { project } = beginning
  const form = getForm(context, kind.form)
  const known = (await behaviour.prefill?.(context, project, beginning.subjectId)) ?? {}
  const content = { ...defaultContent(form), ...known, ...beginning.content } as Content
  refuseWrongContent(form, content)
  const id = context.newId()
  const { initial, states } = kind.workflow
  const dueOn = firstDueOn(context, states[initial], content)
  const bound = boundFields(form).map((field) => field.id)
  const jurisdictionId = project?.jurisdictionId ?? context.actor.jurisdictionId
  await insertRecord(context.db, {
    jurisdictionId,
    id,
    projectId: project?.id ?? null,
    kind: kind.kind,
    fiscalYear: beginning.fiscalYear ?? project?.fiscalYear ?? Number(context.today.slice(0, 4)),
    title: beginning.title ?? kind.title,
    state: initial,
    content: Object.fromEntries(Object.entries(content).filter(([field]) => !bound.includes(field))),
    ...(beginning.organisationId ? { organisationId: beginning.organisationId } : {}),
    ...(beginning.subjectId ? { subjectId: beginning.subjectId } : {}),
    ...(beginning.privateTo ? { privateTo: beginning.privateTo } : {}),
    ...(dueOn === null ? {} : { dueOn }),
    now: context.now,
    personId: context.actor.personId,
  })
  context.changed({ kind: kind.kind, id, projectId: project?.id ?? null, jurisdictionId }, [
    { field: 'state', from: null, to: initial },
  ])
  return beginning.privateTo ? detached(kind, form, project, id) : storeBound(context, id, content)
}

/** When the first step is due: so many days from today, or on the day the content names. */
function firstDueOn(context: Context, state: StateDefinition | undefined, content: Content): string | null {
  const { dueInDays, dueFrom } = state ?? {}
  const named = dueFrom === undefined ? undefined : dayIn(content, dueFrom)
  if (named !== undefined) return named
  return dueInDays === undefined ? null : addDays(context.today, dueInDays)
}

/** A private sheet is invisible even to whoever had it made: only its id is known here. */
function detached(
  kind: RecordKind,
  form: FormDefinition,
  project: ProjectRow | undefined,
  id: string,
): RecordData {
  const record = { id, version: 1, state: kind.workflow.initial } as RecordData['record']
  return { record, kind, form, project, content: {}, acts: [] }
}

async function storeBound(context: Context, id: string, content: Content): Promise<RecordData> {
  const record = await findRecord(context.db, id)
  if (!record) throw new Error(`record ${id} was made but cannot be seen`)
  const data = await completeRecord(context, record)
  await refreshBound(context, data, content)
  return completeRecord(context, record)
}

function refuseWrongContent(form: FormDefinition, content: Content): void {
  const faults = validateContent(form, content, { mode: 'draft' }).filter(
    (finding) => finding.severity === 'error',
  )
  if (faults.length > 0)
    throw new DomainError('INVALID_INPUT', faults[0]?.message ?? '内容有误，请修改。', { findings: faults })
}

function defaultContent(form: FormDefinition): Content {
  const rows = form.sections
    .flatMap((section) => section.fields)
    .filter((field) => field.defaultRows)
    .map((field) => [field.id, field.defaultRows as readonly ContentRow[]])
  return Object.fromEntries(rows)
}

async function projectOf(
  context: Context,
  kind: RecordKind,
  input: BeginInput,
): Promise<ProjectRow | undefined> {
  if (kind.per !== 'project') {
    const whose = kind.per === 'organisation' ? '单位' : '地区'
    if (input.projectId)
      throw new DomainError('INVALID_INPUT', `${kind.title}按${whose}办理，请不要指定项目。`)
    if (kind.per === 'organisation' && input.fiscalYear === undefined)
      throw new DomainError('INVALID_INPUT', `请先选择年度，再新建${kind.title}。`)
    return undefined
  }
  if (!input.projectId) throw new DomainError('INVALID_INPUT', `请先选择项目，再新建${kind.title}。`)
  const project = await findProject(context.db, input.projectId)
  if (!project) throw new DomainError('NOT_FOUND', '没有找到这个项目，可能已移交或不在您的管理范围内。')
  return project
}

/** One ex-ante evaluation, one target sheet …: a second one is refused with the way to the first. */
async function requireRoom(
  context: Context,
  kind: RecordKind,
  project: ProjectRow | undefined,
  organisationId?: string,
  fiscalYear?: number,
): Promise<void> {
  if (kind.isMany) return
  const existing = await findRecords(context.db, {
    jurisdictionId: project?.jurisdictionId ?? context.actor.jurisdictionId,
    kind: kind.kind,
    ...(project ? { projectId: project.id } : {}),
    ...(organisationId === undefined || fiscalYear === undefined ? {} : { organisationId, fiscalYear }),
  })
  const open = existing.find((record) => record.state !== 'refused')
  if (open) {
    throw new DomainError('ACTION_NOT_AVAILABLE', `已有${kind.title}，请打开原有的继续办理。`, {
      recordId: open.id,
    })
  }
}

/** What it follows from lies in the same project. */
async function requireSubject(
  context: Context,
  project: ProjectRow | undefined,
  subjectId: string | undefined,
): Promise<void> {
  if (subjectId === undefined) return
  const subject = await findRecord(context.db, subjectId)
  if (!subject || subject.projectId !== (project?.id ?? null)) {
    throw new DomainError('NOT_FOUND', '没有找到所依据的事项，请从项目档案进入。')
  }
}
