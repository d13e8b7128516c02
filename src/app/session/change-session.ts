import type { Kysely } from 'kysely'
import { passwordProblem } from '../../domain/org/password.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Schema } from '../../storage/schema.ts'
import { dayInChina, type Services } from '../kernel/context.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'
import { hashToken, insertSession, type SignedIn } from './sign-in.ts'

/** Where a call on the session itself comes from. */
export type SessionCall = { readonly token: string; readonly address: string; readonly requestId: string }

/** 退出: the session is gone at once; a second time changes nothing. */
export async function signOut(db: Kysely<Schema>, services: Services, call: SessionCall): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const session = await trx
      .deleteFrom('session')
      .where('token_hash', '=', hashToken(call.token))
      .returning(['person_id'])
      .executeTakeFirst()
    if (session) await audit(trx, services, call, session.person_id, 'session.signOut', '退出', [])
  })
}

/**
 * 切换岗位: a new session for another post of the same person; the old token is dead.
 * @throws DomainError NOT_SIGNED_IN; NOT_FOUND when the post is not this person's or not valid today
 */
export async function switchPost(
  db: Kysely<Schema>,
  services: Services,
  call: SessionCall,
  postId: string,
): Promise<SignedIn> {
  const today = dayInChina(new Date())
  return db.transaction().execute(async (trx) => {
    const session = await requireSession(trx, call)
    const post = await trx
      .selectFrom('post')
      .where('id', '=', postId)
      .where('person_id', '=', session.person_id)
      .where('valid_from', '<=', today)
      .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)]))
      .select('id')
      .executeTakeFirst()
    if (!post) throw new DomainError('NOT_FOUND', '您没有这个有效任职，请刷新后重新选择。')
    await trx.deleteFrom('session').where('token_hash', '=', hashToken(call.token)).execute()
    const next = await insertSession(trx, session.person_id, post.id, call.address)
    await audit(trx, services, call, session.person_id, 'session.switchPost', '切换岗位', [
      { field: 'post', from: session.post_id, to: post.id },
    ])
    return next
  })
}

/**
 * 修改口令: ends every other session of the person.
 * @throws DomainError SIGN_IN_REFUSED for a wrong present password, INVALID_INPUT for a weak new one
 */
export async function changePassword(
  db: Kysely<Schema>,
  services: Services,
  call: SessionCall,
  input: { readonly present: string; readonly next: string },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const session = await requireSession(trx, call)
    const account = await trx
      .selectFrom('account')
      .where('person_id', '=', session.person_id)
      .select(['username', 'password_hash'])
      .executeTakeFirstOrThrow()
    if (!(await verifyPassword(account.password_hash, input.present))) {
      throw new DomainError('SIGN_IN_REFUSED', '现口令不对，请重新输入。')
    }
    const problem = passwordProblem(input.next, account.username)
    if (problem) throw new DomainError('INVALID_INPUT', problem, { places: [{ field: 'next', problem }] })
    await trx
      .updateTable('account')
      .set({
        password_hash: await hashPassword(input.next),
        must_change: false,
        password_set_at: new Date().toISOString(),
      })
      .where('person_id', '=', session.person_id)
      .execute()
    await trx
      .deleteFrom('session')
      .where('person_id', '=', session.person_id)
      .where('token_hash', '<>', hashToken(call.token))
      .execute()
    await audit(trx, services, call, session.person_id, 'session.changePassword', '修改口令', [])
  })
}

async function requireSession(trx: Kysely<Schema>, call: SessionCall) {
  const session = await trx
    .selectFrom('session')
    .where('token_hash', '=', hashToken(call.token))
    .where('expires_at', '>', new Date().toISOString())
    .select(['person_id', 'post_id'])
    .executeTakeFirst()
  if (!session) throw new DomainError('NOT_SIGNED_IN', '登录已失效，请重新登录。')
  return session
}

async function audit(
  trx: Kysely<Schema>,
  services: Services,
  call: SessionCall,
  personId: string,
  use_case: string,
  title: string,
  changes: readonly unknown[],
): Promise<void> {
  await trx
    .insertInto('audit')
    .values({
      id: services.newId(),
      jurisdiction_id: null,
      person_id: personId,
      post_id: null,
      role: null,
      use_case,
      title,
      outcome: 'done',
      subject_kind: 'session',
      subject_id: personId,
      project_id: null,
      address: call.address,
      request_id: call.requestId,
      changes: JSON.stringify(changes),
    })
    .execute()
}
