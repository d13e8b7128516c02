import { openProduct } from '../product.ts'
import { insertInspection } from '../../storage/inspection-repository.ts'
import type { Storage } from '../../storage/start.ts'
import { keepLedgers } from '../ledger/keep-ledgers.ts'
import { inspect } from './inspect.ts'

/**
 * 每夜核对: yesterday's trail is sealed, every ledger gets its checkpoint, then everything that must hold is
 * computed anew; what was found is kept.
 * @returns how many differences there were
 */
export async function runNightly(storage: Storage): Promise<number> {
  const { database, files, keys } = storage
  const beganAt = new Date().toISOString()
  const product = await openProduct(storage)
  await keepLedgers(database.owner, product.services)
  const lines = await inspect(database.owner, files, keys)
  await insertInspection(database.owner, { beganAt, endedAt: new Date().toISOString(), lines })
  return lines.reduce((sum, { count }) => sum + count, 0)
}
