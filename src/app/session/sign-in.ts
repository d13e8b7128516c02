import { hash, randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Schema } from '../../storage/schema.ts'
import { dayInChina, type Services } from '../kernel/context.ts'
import { verifyAgainstNobody, verifyPassword } from './password-hash.ts'

const MAX_FAILURES = 5
const LOCK_MINUTES = 15
const SESSION_HOURS = 12

export type SignedIn = { readonly token: string; readonly csrfToken: string }

/** The stored form of a session token; the token itself is only in the cookie. */
export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer')
}

/**
 * 登录: unknown account and wrong password give the same answer in the same time; five failures
 * lock the account for a quarter of an hour.
 * @throws DomainError SIGN_IN_REFUSED
 */
export async function signIn(
  db: Kysely<Schema>,
  services: Services,
  input: {
    readonly username: string
    readonly password: string
    readonly address: string
    readonly requestId: string
  },
): Promise<SignedIn> {
  const account = await findAccount(db, input.username)
  const isLocked = account?.lockedUntil ? Date.parse(account.lockedUntil) > Date.now() : false
  const isRight =
    account && !isLocked
      ? await verifyPassword(account.passwordHash, input.password)
      : await verifyAgainstNobody(input.password)
  if (isLocked) {
    await auditSignIn(db, services, input, account?.personId ?? null, 'refused')
    throw new DomainError(
      'SIGN_IN_REFUSED',
      `连续输错口令，账号已锁定 ${LOCK_MINUTES} 分钟，请稍后再试或联系安全管理员。`,
    )
  }
  if (!account || !isRight || account.isDisabled) {
    await recordFailure(db, services, input, account?.personId)
    throw new DomainError('SIGN_IN_REFUSED', '账号或口令不对，请核对后重新输入。')
  }
  return db.transaction().execute(async (trx) => {
    const post = await findCurrentPost(trx, account.personId, dayInChina(new Date()))
    if (!post) throw new DomainError('SIGN_IN_REFUSED', '您目前没有有效的任职，请联系安全管理员登记任职。')
    await trx
      .updateTable('account')
      .set({ failed_count: 0, locked_until: null })
      .where('person_id', '=', account.personId)
      .execute()
    const session = await insertSession(trx, account.personId, post, input.address)
    await auditSignIn(trx, services, input, account.personId, 'done')
    return session
  })
}

/** A session row for a person in a post; the token leaves only in the cookie. */
export async function insertSession(
  db: Kysely<Schema>,
  personId: string,
  postId: string,
  address: string,
): Promise<SignedIn> {
  const token = randomBytes(32).toString('base64url')
  const csrfToken = randomBytes(24).toString('base64url')
  const expires_at = new Date(Date.now() + SESSION_HOURS * 3_600_000).toISOString()
  await sql`
    insert into session (token_hash, person_id, post_id, csrf_token, address, expires_at, role, scope, jurisdiction_id,
      organisation_id, last_day)
    select ${hashToken(token)}, ${personId}, post.id, ${csrfToken}, ${address}, ${expires_at}, post.role,
      coalesce(role_scope.scope, 'none'), post.jurisdiction_id, post.organisation_id, post.valid_to
    from post left join role_scope on role_scope.role = post.role where post.id = ${postId}`.execute(db)
  return { token, csrfToken }
}

async function findAccount(db: Kysely<Schema>, username: string) {
  return db
    .selectFrom('account')
    .where('username', '=', username)
    .select([
      'person_id as personId',
      'password_hash as passwordHash',
      'locked_until as lockedUntil',
      'is_disabled as isDisabled',
    ])
    .executeTakeFirst()
}

/** The newest valid post of the person. */
async function findCurrentPost(
  db: Kysely<Schema>,
  personId: string,
  today: string,
): Promise<string | undefined> {
  const post = await db
    .selectFrom('post')
    .where('person_id', '=', personId)
    .where('valid_from', '<=', today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)]))
    .select('id')
    .orderBy('valid_from', 'desc')
    .orderBy('id')
    .executeTakeFirst()
  return post?.id
}

async function recordFailure(
  db: Kysely<Schema>,
  services: Services,
  input: { readonly username: string; readonly address: string; readonly requestId: string },
  personId: string | undefined,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (personId) {
      await sql`update account set failed_count = (failed_count + 1) % ${MAX_FAILURES}, locked_until =
        case when failed_count + 1 >= ${MAX_FAILURES} then now() + make_interval(mins => ${LOCK_MINUTES}) else locked_until end
        where person_id = ${personId}`.execute(trx)
    }
    await auditSignIn(trx, services, input, personId ?? null, 'refused')
  })
}

async function auditSignIn(
  db: Kysely<Schema>,
  services: Services,
  input: { readonly username: string; readonly address: string; readonly requestId: string },
  personId: string | null,
  outcome: 'done' | 'refused',
): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      id: services.newId(),
      jurisdiction_id: null,
      person_id: personId,
      post_id: null,
      role: null,
      use_case: 'session.signIn',
      title: '登录',
      outcome,
      subject_kind: 'account',
      subject_id: personId,
      project_id: null,
      address: input.address,
      request_id: input.requestId,
      changes: JSON.stringify([{ field: 'username', from: null, to: input.username.slice(0, 100) }]),
    })
    .execute()
}
