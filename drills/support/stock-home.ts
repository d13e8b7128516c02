import path from 'node:path'
import { openProduct } from '../../src/app/product.ts'
import { populateWorld } from '../../src/app/testing/populate.ts'
import { startStorage } from '../../src/storage/start.ts'
import type { ApproverTask } from './approver.ts'
import { stockSheets, type WaitingSheet } from './stock.ts'

/** The county whose targets are approved. */
export const PLACE = '640221'

/** A made-up county on disk with targets that wait for approval, and what a process needs to approve them. */
export async function stockHome(
  home: string,
  count: number,
  atOnce: number,
): Promise<{ readonly task: Omit<ApproverTask, 'lines' | 'isHasty'>; readonly sheets: WaitingSheet[] }> {
  const storage = await startStorage({ home })
  try {
    const product = await openProduct(storage, { clock: () => new Date('2022-10-10T02:00:00Z') })
    const people = await populateWorld(storage.database, product, '2022-09-01')
    const sheets = await stockSheets(storage.database.owner, product, people, count)
    await storage.database.owner.query('analyze')
    return {
      task: {
        address: storage.address,
        files: path.join(home, 'files'),
        postId: people.finance_leader.postId,
        forms: product.services.forms,
        library: product.services.library,
        atOnce,
      },
      sheets,
    }
  } finally {
    await storage.stop()
  }
}
