import type { PilotSelectionContent } from '../../domain/forms/contents.ts'
import { exanteEvaluation } from '../../domain/exante/index.ts'
import { selection } from '../../domain/pilot/index.ts'
import { targetSheet } from '../../domain/targets/index.ts'
import type { RecordKind } from '../../domain/workflow/record-kind.ts'
import { insertAssignment } from '../../storage/assignment-repository.ts'
import { type ProjectRow, updateProjectSummary } from '../../storage/project-repository.ts'
import { findRecords } from '../../storage/record-repository.ts'
import { exanteEvaluationBehaviour } from '../exante/index.ts'
import type { Context } from '../kernel/context.ts'
import { defineAct } from '../records/act.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'
import { beginRecord } from '../records/begin-record.ts'
import type { RecordData } from '../records/record-data.ts'
import { targetSheetBehaviour } from '../targets/index.ts'
import { checkSelection } from './selection-behaviour.ts'

/** 推荐为试点项目. */
export const proposeSelection = defineAct(selection, 'propose', { gate: checkSelection })

/** 确定为试点项目: the project enters the pilot, its first records begin, third parties see it. */
export const confirmSelection = defineAct(selection, 'confirm', {
  gate: checkSelection,
  effect: async (context, data) => {
    const { project } = data
    if (!project) return
    await markPilot(context, project)
    if (project.isNew) await beginFirst(context, project, exanteEvaluation, exanteEvaluationBehaviour)
    await beginFirst(context, project, targetSheet, targetSheetBehaviour)
    await assignExecutors(context, data, project)
  },
})

/** A project that is already further along keeps its place. */
async function markPilot(context: Context, project: ProjectRow): Promise<void> {
  const status = project.status === 'entered' ? 'selected' : project.status
  await updateProjectSummary(context.db, project, { is_pilot: true, status })
  context.changed(
    { kind: 'project', id: project.id, projectId: project.id, jurisdictionId: project.jurisdictionId },
    [
      { field: 'isPilot', from: project.isPilot, to: true },
      { field: 'status', from: project.status, to: status },
    ],
  )
}

/** Unless the unit or the bureau has begun it already. */
async function beginFirst(
  context: Context,
  project: ProjectRow,
  kind: RecordKind,
  behaviour: RecordBehaviour,
): Promise<void> {
  const { jurisdictionId, id: projectId } = project
  const existing = await findRecords(context.db, { jurisdictionId, projectId, kind: kind.kind })
  if (existing.length === 0) await beginRecord(context, kind, behaviour, { project })
}

/** Each institution once, however many stages it is trusted with. */
async function assignExecutors(context: Context, { content, record }: RecordData, project: ProjectRow) {
  const { executors } = content as PilotSelectionContent
  const trusted = (executors ?? [])
    .filter(({ executorKind }) => executorKind !== 'own')
    .flatMap(({ organisation }) => organisation ?? [])
  for (const organisationId of new Set(trusted)) {
    await insertAssignment(context.db, {
      jurisdictionId: record.jurisdictionId,
      id: context.newId(),
      projectId: project.id,
      recordId: record.id,
      organisationId,
    })
    context.changed(
      { kind: 'assignment', id: record.id, projectId: project.id, jurisdictionId: record.jurisdictionId },
      [{ field: 'organisation', from: null, to: organisationId }],
    )
  }
}
