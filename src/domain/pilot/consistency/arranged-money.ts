import { type CaseRecord, type ConsistencyCase, newestOf } from './case.ts'
import { type Spot, spotAt } from './spot.ts'

/** Acts by which a budget line, and the target with it, get their money and their number. */
export const ARRANGING: readonly string[] = ['approve', 'adjust']

/** What a project had been given from a moment on. */
export type ArrangedMoney = { readonly since: string; readonly spot: Spot }

/**
 * What was arranged for a project: first as approved, then after each adjustment; the last as the line stands
 * now. Nothing before the budget is approved. An adjustment made by the book changes the money from its own
 * day on, so whoever wrote before that day rightly wrote the amount before it.
 */
export function arrangedMoney(given: ConsistencyCase): readonly ArrangedMoney[] {
  const line = newestOf(given, 'project.budgetLine')
  const now = spotAt(line, 'arranged_fen')
  if (line?.state !== 'approved' || !now) return []
  const made = line.versions.filter(({ action }) => ARRANGING.includes(action))
  const earlier = made.slice(0, -1).flatMap(({ content, frozenAt, number }) => {
    const spot = spotAt({ ...line, content, title: `${line.title}第${number}版` }, 'arranged_fen')
    return spot ? [{ since: frozenAt, spot }] : []
  })
  return [...earlier, { since: made.at(-1)?.frozenAt ?? line.createdAt, spot: now }]
}

/** What was in force at a moment; where that lies before the approval, what was approved first. */
export function moneyAt(history: readonly ArrangedMoney[], moment: string): Spot | undefined {
  return (history.findLast(({ since }) => since <= moment) ?? history[0])?.spot
}

/** The act by which a record got the number and day it has at a moment; the last one when left out. */
export function arrangingAct(record: CaseRecord | undefined, until?: string) {
  return record?.acts.findLast(
    ({ action, actedAt }) => ARRANGING.includes(action) && (until === undefined || actedAt <= until),
  )
}
