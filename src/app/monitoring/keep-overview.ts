import { storeMonitorFigures } from '../../storage/monitor-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from '../records/record-data.ts'
import { overviewFigures } from './overview-figures.ts'
import { roundFigures } from './round-figures.ts'

/**
 * Keeps what the overview says of a round, in the transaction of the act that settled it. A new round and
 * one that went back are emptied by the database itself (0043_sum_monitoring.sql).
 */
export async function keepOverview(context: Context, data: RecordData): Promise<void> {
  const figures = await roundFigures(context, data)
  if (!figures) return
  const { jurisdictionId, id: recordId } = data.record
  await storeMonitorFigures(context.db, [overviewFigures(figures, { jurisdictionId, recordId })])
}
