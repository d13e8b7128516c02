import { createHash } from 'node:crypto'
import type { Entity, ExchangeTable } from '../../domain/exchange/profile.ts'
import { guidOf, withHyphens } from '../../domain/exchange/row-id.ts'

/**
 * A row of a file under the id it has, or will have, with us: GUIDs as we write them, anything else as an id
 * made from it, the same one every time, so that a row that was taken over is known again.
 */
export function withOwnId(jurisdictionId: string, table: ExchangeTable, entity: Entity): Entity {
  const { id } = entity
  if (!id || table.key.join() !== 'id') return entity
  const guid = guidOf(id)
  if (guid !== undefined) return { ...entity, id: guid }
  if (table.entity !== 'indicator') return entity
  const digest = createHash('sha256').update(`${jurisdictionId}\n${table.table}\n${id}`).digest('hex')
  // Version 8 of RFC 9562: an id by a rule of one's own.
  return {
    ...entity,
    id: withHyphens(`${digest.slice(0, 12)}8${digest.slice(13, 16)}8${digest.slice(17, 32)}`),
  }
}
