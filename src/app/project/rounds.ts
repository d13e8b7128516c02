import { checkRoundOpen } from '../../domain/project/checks/index.ts'
import { findRoundNow, type RoundNow } from '../../domain/project/compute/find-round.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { findRounds, insertRoundEntry } from '../../storage/round-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from '../records/record-data.ts'

async function roundNow(context: Context, { record }: RecordData): Promise<RoundNow> {
  const rounds = await findRounds(context.db, record.jurisdictionId, record.fiscalYear)
  return findRoundNow(rounds, context.today)
}

/** Whether something may be declared today: the gate of targets and budgets alike. */
export async function roundFindings(context: Context, data: RecordData): Promise<Finding[]> {
  return checkRoundOpen(await roundNow(context, data))
}

/** Notes in which round a sheet or a line was declared, and how late; nothing where no rounds are kept. */
export async function noteRoundEntry(
  context: Context,
  data: RecordData,
  amount_fen: string | null | undefined,
): Promise<void> {
  const { current, daysLeft } = await roundNow(context, data)
  if (!current) return
  const { record } = data
  await insertRoundEntry(context.db, {
    jurisdiction_id: record.jurisdictionId,
    id: context.newId(),
    round_id: current.id,
    record_id: record.id,
    project_id: record.projectId,
    declared_on: context.today,
    days_late: daysLeft !== null && daysLeft < 0 ? -daysLeft : 0,
    amount_fen: amount_fen ?? null,
  })
}
