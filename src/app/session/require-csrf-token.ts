import { timingSafeEqual } from 'node:crypto'
import type { Kysely } from 'kysely'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Schema } from '../../storage/schema.ts'
import { hashToken } from './sign-in.ts'

/**
 * The session's own token must come back in the header of every write.
 * @throws DomainError NOT_SIGNED_IN without a session, NOT_PERMITTED with another token
 */
export async function requireCsrfToken(db: Kysely<Schema>, token: string, given: unknown): Promise<void> {
  const session = await db
    .selectFrom('session')
    .where('token_hash', '=', hashToken(token))
    .select('csrf_token')
    .executeTakeFirst()
  if (!session) throw new DomainError('NOT_SIGNED_IN', '登录已失效，请重新登录。')
  const expected = Buffer.from(session.csrf_token)
  const actual = Buffer.from(typeof given === 'string' ? given : '')
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) {
    throw new DomainError('NOT_PERMITTED', '页面已过期，请刷新后再试。', { reason: 'csrf' })
  }
}
