import { createHash } from 'node:crypto'
import type { Kysely, RawBuilder, Transaction } from 'kysely'
import type { TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { SCOPE_OF_ROLE } from '../../domain/org/roles.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { isId } from '../../domain/shared/ids.ts'
import {
  type AuditNote,
  type CommandNote,
  endWithNote,
  openCall,
  type Opened,
  writeNote,
} from '../../storage/call-repository.ts'
import type { Schema } from '../../storage/schema.ts'
import { sealActs } from '../ledger/seal-acts.ts'
import {
  type Actor,
  type Change,
  type Context,
  dayInChina,
  type SealRequest,
  type Services,
  type Subject,
} from './context.ts'
import { rulesInForce } from './place-rules.ts'
import type { UseCase } from './use-case.ts'

export type Credentials = { readonly tokenHash: Buffer } | { readonly postId: string }

/** Where a call comes from: for the audit row and against doubled submission. */
export type Call = {
  readonly credentials: Credentials
  readonly idempotencyKey?: string
  readonly address?: string
  readonly requestId?: string
  /** The token the browser must send with every write; checked against the session's. */
  readonly csrfToken?: string
}

export type Answer = { readonly body: string; readonly isRepeat: boolean }

/**
 * Runs a use case: one transaction, the caller's scope, the policy, closed input, one audit row.
 *
 * A repeated idempotency key with the same input gives the same bytes again without running it.
 * @returns the answer as JSON text, as it is sent
 * @throws DomainError NOT_SIGNED_IN, NOT_PERMITTED, INVALID_INPUT, IDEMPOTENCY_KEY_REUSED and
 *   whatever the use case refuses with; a refused command leaves one audit row that says so
 */
export async function runUseCase<Input extends TSchema, Output>(
  db: Kysely<Schema>,
  services: Services,
  useCase: UseCase<Input, Output>,
  input: unknown,
  call: Call,
): Promise<Answer> {
  const refusal: { actor?: Actor } = {}
  try {
    return await db.transaction().execute(async (trx) => {
      const opened = await open(trx, useCase, input, call)
      const { actor } = opened
      refusal.actor = actor
      requirePermission(useCase, actor)
      const checked = checkInput(useCase.input, input)
      if (useCase.kind === 'query') {
        return {
          body: encode(
            await useCase.run(await makeContext(trx, services, opened, nothingNoted()), checked as never),
          ),
          isRepeat: false,
        }
      }
      return await runCommand(trx, services, useCase, checked, call, opened)
    })
  } catch (error) {
    if (error instanceof DomainError && useCase.kind === 'command' && refusal.actor) {
      await auditRefusal(db, services, useCase, refusal.actor, error, call)
    }
    throw error
  }
}

async function runCommand(
  trx: Transaction<Schema>,
  services: Services,
  useCase: UseCase,
  input: unknown,
  call: Call,
  opened: Opened<Actor>,
): Promise<Answer> {
  const { actor, earlier } = opened
  const digest = digestOf(useCase.id, input)
  if (earlier) return { body: repeat(earlier, digest), isRepeat: true }

  const noted = nothingNoted()
  const context = await makeContext(trx, services, opened, noted)
  const body = encode(await useCase.run(context, input as never))
  // A leaf is read from what is stored: it would miss what is stored only along with it.
  if (noted.seals.length > 0 && noted.left.length > 0)
    throw new Error('a command that seals leaves nothing to its end')
  const key = call.idempotencyKey
  const note: CommandNote = {
    audit: auditOf(services, useCase, actor, noted.notes, call),
    left: noted.left,
    ...(key ? { answered: { personId: actor.personId, key, digest, answer: body } } : {}),
  }
  // Last of all: whoever appends holds the ledger of the place until commit, which goes along.
  if (noted.seals.length > 0) await sealActs(trx, services, noted.seals, note)
  else await endWithNote(trx, note)
  return { body, isRepeat: false }
}

type Note = { readonly subject: Subject; readonly changes: readonly Change[] }

/** What a command notes while it runs, for its end. */
type Noted = { readonly notes: Note[]; readonly seals: SealRequest[]; readonly left: RawBuilder<unknown>[] }

function nothingNoted(): Noted {
  return { notes: [], seals: [], left: [] }
}

async function makeContext(
  db: Transaction<Schema>,
  services: Services,
  { actor, record, placeParameters }: Opened<Actor>,
  noted: Noted,
): Promise<Context> {
  const moment = services.clock()
  let left = record
  return {
    ...services,
    filedRules: services.rules,
    rules: await rulesInForce(db, services.rules, placeParameters),
    actor,
    scope: SCOPE_OF_ROLE[actor.role],
    db,
    now: moment.toISOString(),
    today: dayInChina(moment),
    opened: (recordId) => {
      const found = left?.record.id === recordId ? left : undefined
      if (found) left = undefined
      return found
    },
    changed: (subject, changes) => noted.notes.push({ subject, changes }),
    leave: (parts) => {
      if (noted.left.length > 0) throw new Error('a command leaves one write to its end')
      noted.left.push(...parts)
    },
    seal: (request) => noted.seals.push(request),
  }
}

async function open(
  trx: Transaction<Schema>,
  useCase: UseCase,
  input: unknown,
  call: Call,
): Promise<Opened<Actor>> {
  const isCommand = useCase.kind === 'command'
  const opened = await openCall<Actor>(trx, {
    credentials: call.credentials,
    key: isCommand ? call.idempotencyKey : undefined,
    recordId: isCommand ? recordOf(useCase, input) : undefined,
  })
  if (!opened) throw new DomainError('NOT_SIGNED_IN', '登录已失效，请重新登录；已填写的内容会保留在本机。')
  if (call.csrfToken !== undefined && call.csrfToken !== opened.actor.csrfToken) {
    throw new DomainError('NOT_PERMITTED', '页面已过期，请刷新后再试。', { reason: 'csrf' })
  }
  return opened
}

/** The record a command says it is about; its input has not been checked yet. */
function recordOf({ record }: UseCase, input: unknown): string | undefined {
  if (record === undefined || typeof input !== 'object' || input === null) return undefined
  const id = (input as Readonly<Record<string, unknown>>)[record]
  return typeof id === 'string' && isId(id) ? id : undefined
}

function requirePermission(useCase: UseCase, actor: Actor): void {
  if (useCase.by !== 'everyone' && !useCase.by.includes(actor.role)) {
    throw new DomainError(
      'NOT_PERMITTED',
      `您当前的岗位（${actor.postTitle}）不能办理“${useCase.title}”，请切换岗位或联系经办人。`,
      {
        useCase: useCase.id,
      },
    )
  }
}

/** Forms are at most rows of lists deep; what is much deeper was made to exhaust the stack. */
const DEPTH_MAX = 12

function isShallow(value: unknown, left = DEPTH_MAX): boolean {
  if (typeof value !== 'object' || value === null) return true
  return left > 0 && Object.values(value).every((one) => isShallow(one, left - 1))
}

const validators = new WeakMap<TSchema, Validator>()

/** Compiled at first use: reading a schema at every request costs more than the check. */
function validatorOf(schema: TSchema): Validator {
  const known = validators.get(schema)
  if (known) return known
  const made: Validator = Compile(schema)
  validators.set(schema, made)
  return made
}

/** Closed schemas: what the schema does not name is refused, with the place. */
export function checkInput(schema: TSchema, input: unknown): unknown {
  if (!isShallow(input)) throw new DomainError('INVALID_INPUT', '提交的内容嵌套太深，请刷新页面后重试。')
  const validator = validatorOf(schema)
  if (validator.Check(input)) return input
  const places = validator
    .Errors(input)
    .slice(0, 10)
    .map((fault) => ({
      field: fault.instancePath.replace(/^\//, '').replaceAll('/', '.'),
      problem: fault.message,
    }))
  throw new DomainError('INVALID_INPUT', '提交的内容不完整或格式不对，请按标出的位置修改。', { places })
}

/** The answer stored for the key, to the same input. */
function repeat(earlier: NonNullable<Opened<Actor>['earlier']>, digest: string): string {
  if (earlier.digest === digest) return earlier.answer
  throw new DomainError('IDEMPOTENCY_KEY_REUSED', '同一提交编号对应了不同内容，请刷新页面后重新提交。')
}

function digestOf(useCaseId: string, input: unknown): string {
  return createHash('sha256')
    .update(`${useCaseId}\n${JSON.stringify(input)}`)
    .digest('hex')
}

function auditOf(
  services: Services,
  useCase: UseCase,
  actor: Actor,
  notes: readonly Note[],
  call: Call,
): AuditNote {
  const subject = notes[0]?.subject
  const changes = notes.flatMap((note) =>
    note.changes.map((change) => ({ ...change, kind: note.subject.kind, id: note.subject.id })),
  )
  return {
    ...auditHead(services, useCase, actor, call),
    outcome: 'done',
    jurisdictionId: subject?.jurisdictionId ?? actor.jurisdictionId,
    subjectKind: subject?.kind ?? null,
    subjectId: subject?.id ?? null,
    projectId: subject?.projectId ?? null,
    changes: encode(changes),
  }
}

function auditHead(services: Services, useCase: UseCase, actor: Actor, call: Call) {
  return {
    id: services.newId(),
    personId: actor.personId,
    postId: actor.postId,
    role: actor.role,
    useCase: useCase.id,
    title: useCase.title,
    address: call.address ?? null,
    requestId: call.requestId ?? null,
  }
}

/** A refusal is written after the rolled-back transaction; if that fails too, the refusal still stands. */
async function auditRefusal(
  db: Kysely<Schema>,
  services: Services,
  useCase: UseCase,
  actor: Actor,
  error: DomainError,
  call: Call,
): Promise<void> {
  await writeNote(db, {
    audit: {
      ...auditHead(services, useCase, actor, call),
      outcome: 'refused',
      jurisdictionId: actor.jurisdictionId,
      subjectKind: null,
      subjectId: null,
      projectId: null,
      changes: encode([{ field: 'refusal', from: null, to: `${error.code} ${error.message}` }]),
    },
  })
}

/**
 * JSON text; amounts held as bigint become decimal strings. Few answers hold one: asking at every value for it
 * would cost more than writing the text.
 */
export function encode(value: unknown): string {
  try {
    return JSON.stringify(value ?? null)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? item.toString() : item))
  }
}
