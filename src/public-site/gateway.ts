import { isIP } from 'node:net'
import type { PublicOptions } from './answering.ts'

/** Names of ranges that Fastify knows, for a gateway on this machine or in the own network. */
const NAMED = ['loopback', 'linklocal', 'uniquelocal']

/**
 * Whose word counts on who is asking: only a gateway that is named may say it, for everybody else could take another
 * address with each request and so be counted by nobody. With an address of its own the site stands behind a
 * gateway; where none is named it is the one on this machine.
 * @returns what Fastify calls `trustProxy`
 */
export function trustedGateway({ gateway, address }: PublicOptions): string[] | false {
  const named = (gateway ?? '').split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]))
  if (named.length > 0) return named
  return address ? ['loopback'] : false
}

/** The first of them that is no address, range or known name; nothing when all are right. */
export function wrongGateway(options: PublicOptions): string | undefined {
  return (trustedGateway(options) || []).find((one) => !NAMED.includes(one) && !isRange(one))
}

function isRange(text: string): boolean {
  const [address = '', length, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (family === 4 ? 32 : 128))
}
