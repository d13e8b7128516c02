import type { FastifyRequest } from 'fastify'
import { DomainError } from '../domain/shared/errors.ts'

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A write must come from our own page: the browser's own statement (Sec-Fetch-Site, Origin) first,
 * the session's token in a header second (checked where the session is read).
 * @throws DomainError NOT_PERMITTED
 */
export async function requireSameOrigin(request: FastifyRequest): Promise<void> {
  if (READS.has(request.method) || !request.url.startsWith('/api/')) return
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  const isForeign =
    (site !== undefined && site !== 'same-origin') ||
    (origin !== undefined && hostOf(origin) !== request.headers.host)
  if (isForeign || (site === undefined && origin === undefined)) {
    throw new DomainError('NOT_PERMITTED', '请从本系统页面操作。', { reason: 'origin' })
  }
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}
