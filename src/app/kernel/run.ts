import { createHash } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { SCOPE_OF_ROLE } from '../../domain/org/roles.ts'
import { DomainError } from '../../domain/shared/errors.ts'
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
      const actor = await openScope(trx, call)
      refusal.actor = actor
      requirePermission(useCase, actor)
      const checked = checkInput(useCase.input, input)
      if (useCase.kind === 'query') {
        return {
          body: encode(await useCase.run(makeContext(trx, services, actor, [], []), checked as never)),
          isRepeat: false,
        }
      }
      return await runCommand(trx, services, useCase, checked, { ...call, actor })
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
  call: Call & { readonly actor: Actor },
): Promise<Answer> {
  const { actor } = call
  const body_digest = digestOf(useCase.id, input)
  const earlier = call.idempotencyKey
    ? await claimKey(trx, actor, call.idempotencyKey, body_digest)
    : undefined
  if (earlier !== undefined) return { body: earlier, isRepeat: true }

  const notes: Note[] = []
  const seals: SealRequest[] = []
  const body = encode(await useCase.run(makeContext(trx, services, actor, notes, seals), input as never))
  await writeAudit(trx, services, useCase, actor, notes, call)
  if (call.idempotencyKey) {
    await trx
      .insertInto('idempotency')
      .values({ person_id: actor.personId, key: call.idempotencyKey, body_digest, status: 200, answer: body })
      .execute()
  }
  // Last of all: whoever appends holds the ledger of the place until commit.
  await sealActs(trx, services, seals)
  return { body, isRepeat: false }
}

type Note = { readonly subject: Subject; readonly changes: readonly Change[] }

function makeContext(
  db: Transaction<Schema>,
  services: Services,
  actor: Actor,
  notes: Note[],
  seals: SealRequest[],
): Context {
  const moment = services.clock()
  return {
    ...services,
    actor,
    scope: SCOPE_OF_ROLE[actor.role],
    db,
    now: moment.toISOString(),
    today: dayInChina(moment),
    changed: (subject, changes) => notes.push({ subject, changes }),
    seal: (request) => seals.push(request),
  }
}

async function openScope(trx: Transaction<Schema>, call: Call): Promise<Actor> {
  const { credentials } = call
  const { rows } =
    'tokenHash' in credentials
      ? await sql<{ actor: Actor | null }>`
          select open_scope(${credentials.tokenHash}) as actor`.execute(trx)
      : await sql<{ actor: Actor | null }>`
          select open_scope_of_post(${credentials.postId}) as actor`.execute(trx)
  const actor = rows[0]?.actor
  if (!actor) throw new DomainError('NOT_SIGNED_IN', '登录已失效，请重新登录；已填写的内容会保留在本机。')
  if (call.csrfToken !== undefined && call.csrfToken !== actor.csrfToken) {
    throw new DomainError('NOT_PERMITTED', '页面已过期，请刷新后再试。', { reason: 'csrf' })
  }
  return actor
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

/** The answer stored for this key; undefined when the key is new. Doubled calls wait for the first. */
async function claimKey(
  trx: Transaction<Schema>,
  actor: Actor,
  key: string,
  body_digest: string,
): Promise<string | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.personId}/${key}`}, 0))`.execute(trx)
  const earlier = await trx
    .selectFrom('idempotency')
    .where('person_id', '=', actor.personId)
    .where('key', '=', key)
    .select(['body_digest', 'answer'])
    .executeTakeFirst()
  if (!earlier) return undefined
  if (earlier.body_digest !== body_digest) {
    throw new DomainError('IDEMPOTENCY_KEY_REUSED', '同一提交编号对应了不同内容，请刷新页面后重新提交。')
  }
  return earlier.answer
}

function digestOf(useCaseId: string, input: unknown): string {
  return createHash('sha256')
    .update(`${useCaseId}\n${JSON.stringify(input)}`)
    .digest('hex')
}

async function writeAudit(
  trx: Transaction<Schema>,
  services: Services,
  useCase: UseCase,
  actor: Actor,
  notes: readonly Note[],
  call: Call,
): Promise<void> {
  const subject = notes[0]?.subject
  const changes = notes.flatMap((note) =>
    note.changes.map((change) => ({ ...change, kind: note.subject.kind, id: note.subject.id })),
  )
  await trx
    .insertInto('audit')
    .values({
      ...auditHead(services, useCase, actor, call),
      outcome: 'done',
      jurisdiction_id: subject?.jurisdictionId ?? actor.jurisdictionId,
      subject_kind: subject?.kind ?? null,
      subject_id: subject?.id ?? null,
      project_id: subject?.projectId ?? null,
      changes: encode(changes),
    })
    .execute()
}

function auditHead(services: Services, useCase: UseCase, actor: Actor, call: Call) {
  return {
    id: services.newId(),
    person_id: actor.personId,
    post_id: actor.postId,
    role: actor.role,
    use_case: useCase.id,
    title: useCase.title,
    address: call.address ?? null,
    request_id: call.requestId ?? null,
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
  await db
    .insertInto('audit')
    .values({
      ...auditHead(services, useCase, actor, call),
      outcome: 'refused',
      jurisdiction_id: actor.jurisdictionId,
      changes: encode([{ field: 'refusal', from: null, to: `${error.code} ${error.message}` }]),
    })
    .execute()
}

/** JSON text; amounts held as bigint become decimal strings. */
export function encode(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, item: unknown) =>
    typeof item === 'bigint' ? item.toString() : item,
  )
}
