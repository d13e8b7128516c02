import type { MonitoringRoundProgressRow } from '../../../domain/forms/contents.ts'
import { monitoringRound } from '../../../domain/monitoring/index.ts'
import { DomainError } from '../../../domain/shared/errors.ts'
import { findIndicatorsInHand, type IndicatorInHand } from '../../../storage/indicator-owner-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { getApprovedTarget } from '../../records/approved-target.ts'
import { getRecordData, type RecordData } from '../../records/record-data.ts'

/**
 * A round that can still be filled in.
 * @throws DomainError NOT_FOUND for another record, ACTION_NOT_AVAILABLE once it was handed in
 */
export async function getOpenRound(
  context: Context,
  recordId: string,
  options: { readonly isLocked?: boolean } = {},
): Promise<RecordData> {
  const data = await getRecordData(context, recordId, options)
  if (data.kind !== monitoringRound || !data.project)
    throw new DomainError('NOT_FOUND', '没有找到这份监控表，请向单位经办人重新索取链接。')
  if (data.record.state !== monitoringRound.workflow.initial)
    throw new DomainError(
      'ACTION_NOT_AVAILABLE',
      '这份监控表已经报送，不能再更新；需要修改时请联系单位经办人。',
    )
  return data
}

/** Who answers for the indicators of a round now: by the sheet its target stands in. */
export async function ownersOf(context: Context, data: RecordData): Promise<IndicatorInHand[]> {
  if (!data.project) return []
  const target = await getApprovedTarget(context, data.project)
  return findIndicatorsInHand(context.db, { on: context.today, recordId: target.recordId })
}

/** The lines of a round that the person at hand answers for. */
export async function ownRows(
  context: Context,
  data: RecordData,
): Promise<readonly MonitoringRoundProgressRow[]> {
  const own = new Set(
    (await ownersOf(context, data))
      .filter(({ personId }) => personId === context.actor.personId)
      .map(({ indicatorId }) => indicatorId),
  )
  return rowsOf(data).filter(({ indicatorId }) => own.has(indicatorId ?? ''))
}

export function rowsOf({ content }: RecordData): readonly MonitoringRoundProgressRow[] {
  return (content['progress'] ?? []) as readonly MonitoringRoundProgressRow[]
}
