import { addDays } from '../../../domain/shared/dates.ts'
import { insertAct } from '../../../storage/act-repository.ts'
import { endAssignments } from '../../../storage/assignment-repository.ts'
import { withdrawPanelSheets } from '../../../storage/panel-repository.ts'
import { exanteScoreSheet } from '../../../domain/exante/index.ts'
import type { Context } from '../../kernel/context.ts'
import type { RecordData } from '../../records/record-data.ts'

/**
 * Takes one expert, or the whole panel, off an evaluation: their sheets end as 已退出评分, with an act
 * that says so, and stay unread. Their view of the project ends with yesterday.
 */
export async function withdrawSheets(
  context: Context,
  { record }: RecordData,
  people: readonly string[],
  person?: string,
): Promise<void> {
  const { actor, now } = context
  for (const sheet of await withdrawPanelSheets(context.db, record.id, person)) {
    await insertAct(context.db, {
      jurisdictionId: record.jurisdictionId,
      id: context.newId(),
      recordId: sheet.recordId,
      projectId: record.projectId,
      action: 'withdraw',
      fromState: sheet.fromState,
      toState: 'withdrawn',
      version: sheet.version,
      personId: actor.personId,
      postId: actor.postId,
      role: actor.role,
      organisationId: actor.organisationId,
      opinion: null,
      documentNumber: null,
      actedAt: now,
    })
    const { projectId, jurisdictionId } = record
    context.changed({ kind: exanteScoreSheet.kind, id: sheet.recordId, projectId, jurisdictionId }, [
      { field: 'state', from: sheet.fromState, to: 'withdrawn' },
    ])
  }
  for (const one of person === undefined ? people : [person])
    await endAssignments(context.db, record, addDays(context.today, -1), one)
}
