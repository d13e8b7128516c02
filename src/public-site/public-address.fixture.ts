import type pg from 'pg'
import { type DatabaseAddress, PUBLIC_ROLE } from '../storage/connection.ts'
import type { PublicAddress } from './public-database.ts'

/** A test database as the public reaches it; on an outside server its role is lent to the account of the tests. */
export async function publicAddressOf(database: {
  readonly address: DatabaseAddress
  readonly owner: pg.Pool
}): Promise<PublicAddress> {
  const { address, owner } = database
  if (!('url' in address)) return { ...address, user: PUBLIC_ROLE }
  await owner.query(`grant ${PUBLIC_ROLE} to current_user`)
  return { url: `${address.url}${address.url.includes('?') ? '&' : '?'}options=-crole%3D${PUBLIC_ROLE}` }
}
