import { monitoringRound } from '../../domain/monitoring/index.ts'
import type { Context } from '../kernel/context.ts'
import { getRecordData, type RecordData } from '../records/record-data.ts'
import { type RoundFigures, roundFigures } from './round-figures.ts'

/** The round a finding came from, with its figures; nothing for a finding begun without one. */
export async function roundOf(
  context: Context,
  subjectId: string | null | undefined,
): Promise<{ readonly data: RecordData; readonly figures: RoundFigures } | undefined> {
  if (!subjectId) return undefined
  const data = await getRecordData(context, subjectId)
  const figures = data.kind === monitoringRound ? await roundFigures(context, data) : undefined
  return figures && { data, figures }
}
