import { DomainError } from '../../../domain/shared/errors.ts'
import { findUpdateLink } from '../../../storage/update-link-repository.ts'
import { dayInChina } from '../../kernel/context.ts'
import type { Product } from '../../product.ts'
import { hashToken } from '../../session/sign-in.ts'

/** What a link is made of: 24 random bytes, 192 bits. */
export const TOKEN = /^[A-Za-z0-9_-]{32}$/

/**
 * The record and the post an update link stands for.
 * @throws DomainError NOT_FOUND for one that is unknown, replaced or over: which of them is not told
 */
export async function openUpdateLink(
  { db, services }: Pick<Product, 'db' | 'services'>,
  token: string,
): Promise<{ readonly recordId: string; readonly postId: string }> {
  const today = dayInChina(services.clock())
  const link = TOKEN.test(token) ? await findUpdateLink(db, hashToken(token), today) : undefined
  if (link) return link
  throw new DomainError('NOT_FOUND', '链接无效、已过期或已更换，请向单位经办人重新索取。')
}
