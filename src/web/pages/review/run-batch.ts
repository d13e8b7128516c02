import { ApiError, messageOf } from '../../api-error.ts'
import { makeIdempotencyKey, post } from '../../api.ts'
import type { ActDone } from '../../shapes.ts'
import type { QueueItem, QueueOffer } from '../../shapes-targets.ts'

export type BatchResult =
  | { readonly item: QueueItem; readonly outcome: 'passed' }
  | { readonly item: QueueItem; readonly outcome: 'refused'; readonly why: string }
  | { readonly item: QueueItem; readonly outcome: 'skipped' }

export type Batch = {
  readonly items: readonly QueueItem[]
  /** Which offer of a line is meant: passing it on, or sending it back. */
  readonly offerOf: (item: QueueItem) => QueueOffer | null
  readonly opinion: string
}

/**
 * Acts on one sheet after another: each is a submission of its own under a key of its own, so that a
 * refusal of one touches no other. Stops before the next one once it is cancelled.
 * @param tell called after each with everything so far
 */
export async function runBatch(
  { items, offerOf, opinion }: Batch,
  isCancelled: () => boolean,
  tell: (results: readonly BatchResult[]) => void,
): Promise<readonly BatchResult[]> {
  const results: BatchResult[] = []
  for (const item of items) {
    const offer = offerOf(item)
    results.push(isCancelled() || !offer ? { item, outcome: 'skipped' } : await actOn(item, offer, opinion))
    tell([...results])
  }
  return results
}

async function actOn(item: QueueItem, offer: QueueOffer, opinion: string): Promise<BatchResult> {
  const words = opinion.trim()
  const body = {
    version: item.version,
    ...(offer.opinion === 'none' || words === '' ? {} : { opinion: words }),
  }
  const key = makeIdempotencyKey()
  const attempt = () => post<ActDone>(offer.url, body, key)
  try {
    // An answer that was lost is asked for once more under the same key: nothing happens twice.
    await attempt().catch((error: unknown) => {
      if (error instanceof ApiError && error.status === 0) return attempt()
      throw error
    })
    return { item, outcome: 'passed' }
  } catch (error) {
    return { item, outcome: 'refused', why: messageOf(error) }
  }
}
