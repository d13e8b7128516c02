import { storeRound } from '../../domain/monitoring/compute/index.ts'
import { insertLight } from '../../storage/monitoring-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import type { RoundFigures } from './round-figures.ts'

/** Keeps the light a round ended with, its reason and all it was computed from. */
export async function storeLight(context: Context, data: RecordData, figures: RoundFigures): Promise<void> {
  const { record, project } = data
  if (!project) return
  await insertLight(context.db, {
    jurisdictionId: record.jurisdictionId,
    id: context.newId(),
    projectId: project.id,
    recordId: record.id,
    fiscalYear: record.fiscalYear,
    month: figures.input.month,
    light: figures.round.light,
    reason: figures.round.reason,
    input: storeRound(figures.input, rulesOf(context, data)),
    now: context.now,
  })
}
