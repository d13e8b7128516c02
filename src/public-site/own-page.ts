import type { FastifyRequest } from 'fastify'

/**
 * A form of another site is not taken: the browser's own word on where it comes from first, then its origin. A page
 * that hides where it is names itself `null` and is another site. Who sends neither is no browser and is counted
 * like everybody.
 */
export function isOwnPage(
  { headers, host }: Pick<FastifyRequest, 'headers' | 'host'>,
  address: string,
): boolean {
  const { origin } = headers
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  if (origin === undefined) return true
  const from = URL.parse(origin)?.host
  return from !== undefined && (from === host || from === URL.parse(address)?.host)
}
