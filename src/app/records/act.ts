import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import type { Content } from '../../domain/forms/form.ts'
import { validateContent } from '../../domain/forms/validate.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import type { RecordKind } from '../../domain/workflow/record-kind.ts'
import { isNamed } from '../../domain/workflow/named.ts'
import { type ActionDefinition, availableActions, separatedBy, step } from '../../domain/workflow/workflow.ts'
import { type Step, takeStep } from '../../storage/act-repository.ts'
import type { Context } from '../kernel/context.ts'
import { encode } from '../kernel/run.ts'
import { BUSINESS, defineUseCase, type UseCase } from '../kernel/use-case.ts'
import { dueOnAfter } from './due-on.ts'
import { editableSections } from './own-fields.ts'
import { getRecordData, plainContent, type RecordData, requireVersion, storeContent } from './record-data.ts'

/** Every act carries only this: what it is about lies in the record's content. */
export const ActInput = Type.Object(
  {
    recordId: Type.String({ format: 'uuid' }),
    version: Type.Integer({ minimum: 1 }),
    opinion: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
  },
  { additionalProperties: false },
)
export type ActInput = Type.Static<typeof ActInput>

export const ActOutput = Type.Object({
  recordId: Type.String(),
  state: Type.String(),
  version: Type.Integer(),
  documentNumber: Type.Optional(Type.String()),
})
export type ActOutput = Type.Static<typeof ActOutput>

/** What one act adds to the common way: what must hold before it, and what follows from it. */
export type ActBehaviour<Read = undefined> = {
  /** What gate, completion and effect need, read and locked once. */
  readonly read?: (context: Context, data: RecordData) => Promise<Read>
  /** Findings of severity `error` stop the act; nothing is changed. */
  readonly gate?: (
    context: Context,
    data: RecordData,
    input: ActInput,
    read: Read,
  ) => Promise<readonly Finding[]>
  /** What the system itself fills in before the version is frozen and sealed; stored with the act. */
  readonly complete?: (context: Context, data: RecordData, input: ActInput, read: Read) => Promise<Content>
  /** Runs in the same transaction after the state has moved. */
  readonly effect?: (context: Context, data: RecordData, act: ActOutput, read: Read) => Promise<void>
}

export type ActUseCase = UseCase<typeof ActInput, ActOutput> & {
  readonly recordKind: RecordKind
  readonly action: string
}

/**
 * The use case of one row of a workflow table.
 * @throws Error at start when the kind has no such action
 */
export function defineAct<Read = undefined>(
  kind: RecordKind,
  action: string,
  behaviour: ActBehaviour<Read> = {},
): ActUseCase {
  const definition = kind.workflow.actions[action]
  if (!definition) throw new Error(`${kind.kind} has no action ${action}`)
  const useCase = defineUseCase({
    id: `${kind.kind}.${action}`,
    title: definition.title,
    stage: kind.stage,
    kind: 'command',
    by: BUSINESS,
    input: ActInput,
    output: ActOutput,
    record: 'recordId',
    run: (context, input: ActInput) => performAct(context, kind, action, input, behaviour),
  })
  return { ...useCase, recordKind: kind, action }
}

/**
 * Moves a record one step: version, post, separation of duties, completeness, gate, state, history,
 * number, frozen version, effect; all in the transaction of the call.
 * @throws DomainError NOT_FOUND, VERSION_CONFLICT, NOT_PERMITTED, ACTION_NOT_AVAILABLE, RULE_VIOLATED
 */
export async function performAct<Read = undefined>(
  context: Context,
  kind: RecordKind,
  action: string,
  input: ActInput,
  behaviour: ActBehaviour<Read> = {},
): Promise<ActOutput> {
  const data = await getRecordData(context, input.recordId, { isLocked: true })
  if (data.kind !== kind) throw new DomainError('NOT_FOUND', '没有找到这个办理事项，请从项目档案进入。')
  const definition = kind.workflow.actions[action] as ActionDefinition
  requirePost(context, data, action, definition)
  requireVersion(data, input.version)
  const state = nextState(context, data, action)
  requireOpinion(definition, input)
  if (!definition.isReturn) requireComplete(context, data)
  const read = (await behaviour.read?.(context, data)) as Read
  refuseOnErrors(await (behaviour.gate?.(context, data, input, read) ?? []))
  const content = await behaviour.complete?.(context, data, input, read)
  const completed = content ? await completeWith(context, data, content) : data
  const output = await advance(context, completed, action, state, { opinion: input.opinion })
  await behaviour.effect?.(context, completed, output, read)
  return output
}

async function completeWith(context: Context, data: RecordData, content: Content): Promise<RecordData> {
  const version = await storeContent(context, data, content)
  return { ...data, content, record: { ...data.record, version, content } }
}

/**
 * An act that follows from another act (批复 of the budget line from 批复 of the target), by the
 * same person in the same transaction; it has no button, no route and no opinion of its own.
 */
export async function performSystemAct(
  context: Context,
  data: RecordData,
  action: string,
  following: Following = {},
): Promise<ActOutput> {
  return advance(context, data, action, step(data.kind.workflow, data.record.state, action), following)
}

function requirePost(context: Context, data: RecordData, action: string, definition: ActionDefinition): void {
  const { actor } = context
  if (!definition.by.includes(actor.role) || definition.isSystem) {
    throw new DomainError(
      'NOT_PERMITTED',
      `“${definition.title}”不由您当前的岗位（${actor.postTitle}）办理，请联系经办岗位。`,
      {
        action,
      },
    )
  }
  if (!isNamed(definition.named, actor, data.content)) {
    throw new DomainError(
      'NOT_PERMITTED',
      `“${definition.title}”不由您办理，请由本表中指定并已作出承诺的人员办理。`,
      { action },
    )
  }
  const earlier = separatedBy(data.kind.workflow, action, actor, actsOfThisRound(data))
  if (earlier) {
    const title = data.kind.workflow.actions[earlier]?.title ?? earlier
    throw new DomainError(
      'NOT_PERMITTED',
      `您已办理“${title}”，按岗位分离要求不能再办理“${definition.title}”，请由另一人办理。`,
      {
        action,
        earlier,
      },
    )
  }
}

/** Separation of duties looks back to the last return: after it the round begins anew. */
export function actsOfThisRound(data: RecordData): { action: string; personId: string }[] {
  const returns = data.acts.map(
    (act) => data.kind.workflow.actions[act.action]?.to === data.kind.workflow.initial,
  )
  return data.acts.slice(returns.lastIndexOf(true) + 1)
}

function nextState(context: Context, data: RecordData, action: string): string {
  const { workflow } = data.kind
  try {
    return step(workflow, data.record.state, action)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const possible = availableActions(
      workflow,
      data.record.state,
      context.actor,
      actsOfThisRound(data),
      data.content,
    )
    throw new DomainError(error.code, error.message, {
      ...error.details,
      version: data.record.version,
      availableActions: possible,
    })
  }
}

function requireOpinion(definition: ActionDefinition, input: ActInput): void {
  if (definition.opinion === 'required' && !input.opinion?.trim()) {
    throw new DomainError('INVALID_INPUT', `办理“${definition.title}”须填写意见，请写明理由后再提交。`, {
      places: [{ field: 'opinion', problem: '须填写意见' }],
    })
  }
  if (input.opinion !== undefined && !definition.opinion) {
    throw new DomainError('INVALID_INPUT', `“${definition.title}”没有意见栏，请去掉意见后再提交。`, {
      places: [{ field: 'opinion', problem: '没有意见栏' }],
    })
  }
}

/** Whoever acts answers for the sections they may write in: these must be complete. */
function requireComplete(context: Context, data: RecordData): void {
  const sections = editableSections(context, data)
  refuseOnErrors(validateContent(data.form, data.content, { mode: 'submit', sections }))
}

/** @throws DomainError RULE_VIOLATED carrying every finding, when one of them is an error. */
export function refuseOnErrors(findings: readonly Finding[]): void {
  const errors = findings.filter((finding) => finding.severity === 'error')
  if (errors.length === 0) return
  const more = errors.length > 1 ? `（另有 ${errors.length - 1} 处）` : ''
  throw new DomainError('RULE_VIOLATED', `${errors[0]?.message}${more}`, { findings })
}

/** What comes with a step that follows from another act. */
export type Following = {
  /** The number of the act it follows from. */
  readonly documentNumber?: string | undefined
  /** What it writes into the record; stored, frozen and sealed with the step. */
  readonly content?: Content
}

type Stepping = Following & { readonly opinion?: string | undefined }

async function advance(
  context: Context,
  data: RecordData,
  action: string,
  state: string,
  { opinion, documentNumber: given, content }: Stepping,
): Promise<ActOutput> {
  const { record, kind } = data
  const definition = kind.workflow.actions[action] as ActionDefinition
  const seal = kind.seals?.find(({ by }) => by === action)
  const isFrozen = seal !== undefined || kind.documents.some(({ frozenBy }) => frozenBy === action)
  const isNumbered = definition.isNumbered === true && given === undefined
  const step = stepOf(context, data, action, state, { opinion, documentNumber: given })
  const number = await takeStep(context.db, isNumbered ? { ...step, series: seriesOf(context) } : step, {
    ...(content ? { content: plainContent(data, content) } : {}),
    ...(isFrozen ? { frozen: frozenOf(context, data, content ?? data.content) } : {}),
  })
  const { id, projectId, jurisdictionId } = record
  if (seal)
    context.seal({
      jurisdictionId,
      projectId,
      type: seal.as,
      recordId: id,
      kind: kind.kind,
      actId: step.actId,
    })
  context.changed({ kind: kind.kind, id, projectId, jurisdictionId }, [
    { field: 'state', from: record.state, to: state },
    ...(opinion ? [{ field: 'opinion', from: null, to: opinion }] : []),
  ])
  const documentNumber = isNumbered ? number : given
  return { recordId: id, state, version: step.version, ...(documentNumber ? { documentNumber } : {}) }
}

function stepOf(
  context: Context,
  data: RecordData,
  action: string,
  toState: string,
  { opinion, documentNumber }: Omit<Stepping, 'content'>,
): Step {
  const { actor, now, newId } = context
  const { record, kind } = data
  return {
    jurisdictionId: record.jurisdictionId,
    recordId: record.id,
    projectId: record.projectId,
    actId: newId(),
    action,
    fromState: record.state,
    toState,
    version: record.version + 1,
    dueOn: dueOnAfter(context, data, action),
    isPrivate: kind.isPrivateIn?.includes(toState) ?? false,
    personId: actor.personId,
    postId: actor.postId,
    role: actor.role,
    organisationId: actor.organisationId,
    opinion: opinion?.trim() ?? null,
    documentNumber: documentNumber ?? null,
    actedAt: now,
  }
}

/** The series an office numbers its acts in, year by year. */
function seriesOf({ actor, today }: Context) {
  const { jurisdictionId, organisationId, organisationName } = actor
  return {
    jurisdictionId,
    organisationId,
    otherwise: `${organisationName}发`,
    year: Number(today.slice(0, 4)),
  }
}

/** What was approved is kept as it was, with the project's header of that moment. */
function frozenOf(context: Context, data: RecordData, content: Content) {
  const text = encode({ content, project: data.project ?? null })
  return { id: context.newId(), content: text, digest: createHash('sha256').update(text).digest('hex') }
}
