import { computeEscalation } from '../../domain/monitoring/compute/index.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from '../records/record-data.ts'

/** States in which a rectification is still owed. */
export const OWED = ['notified', 'rectifying', 'referred']

/**
 * How far a rectification is overdue, by the day the opinion set; nothing where none is owed or no day is
 * known yet.
 */
export function escalationOf(
  context: Pick<Context, 'rules' | 'today'>,
  {
    record,
  }: { readonly record: Pick<RecordData['record'], 'state' | 'content' | 'jurisdictionId' | 'fiscalYear'> },
) {
  const dueOn = record.content['dueOn']
  if (!OWED.includes(record.state) || typeof dueOn !== 'string') return undefined
  const { jurisdictionId: jurisdiction, fiscalYear } = record
  const rules = context.rules.at({ date: context.today, jurisdiction, fiscalYear })
  return computeEscalation({ dueOn, today: context.today }, rules)
}
