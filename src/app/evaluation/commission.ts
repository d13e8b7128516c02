import type { PilotSelectionContent } from '../../domain/forms/contents.ts'
import { foundIf } from '../../domain/shared/check.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { findAssignments } from '../../storage/assignment-repository.ts'
import { findOrganisation, type Organisation } from '../../storage/organisation-repository.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import { findRecords } from '../../storage/record-repository.ts'
import type { Context } from '../kernel/context.ts'
import { findLatestRecord } from '../records/record-data.ts'
import { EVA_901, EVA_902 } from './gate-rules.ts'

const WHERE = { section: 'plan', field: 'agency' }

/** Whether this institution may evaluate this project: errors forbid it, warnings ask to think again. */
export async function checkCommission(
  context: Context,
  project: ProjectRow,
  agencyId: string | null | undefined,
): Promise<Finding[]> {
  if (!agencyId) return []
  const agency = await findOrganisation(context.db, agencyId)
  const isEarlier = agency ? await hasEarlierPart(context, project, agency.id) : false
  return [
    ...foundIf(agency?.kind !== 'agency', EVA_901, '受托方不是第三方机构，请从第三方机构名录中选择。', WHERE),
    ...foundIf(
      agency?.kind === 'agency' && dependsOnObject(agency, project),
      EVA_901,
      `受托机构与被评价的${project.unitName}或其主管部门存在隶属关系，不能评价本项目，请另选机构。`,
      WHERE,
    ),
    ...foundIf(
      isEarlier,
      EVA_902,
      '该机构参加过本项目的事前评估或目标审核，为避免自己评价自己的意见，建议另选机构。',
      WHERE,
    ),
  ]
}

function dependsOnObject(agency: Organisation, { unitId, departmentId }: ProjectRow): boolean {
  const objects = [unitId, departmentId]
  return objects.includes(agency.id) || (agency.parentId !== null && objects.includes(agency.parentId))
}

const EARLIER_STAGES = ['exante', 'targets']

/** Named for an earlier stage when the project was selected, or assigned to a record of one. */
async function hasEarlierPart(context: Context, project: ProjectRow, agencyId: string): Promise<boolean> {
  const { jurisdictionId, id: projectId } = project
  const selection = await findLatestRecord(context, project, 'pilot.selection')
  const executors = (selection?.content as PilotSelectionContent | undefined)?.executors ?? []
  const isNamed = executors.some(
    ({ stage, organisation }) => organisation === agencyId && EARLIER_STAGES.includes(stage ?? ''),
  )
  if (isNamed) return true
  const assignments = await findAssignments(context.db, { jurisdictionId, projectId })
  const records = await findRecords(context.db, { jurisdictionId, projectId })
  return assignments.some(({ organisationId, recordId }) => {
    const kind = records.find((record) => record.id === recordId)?.kind ?? ''
    return organisationId === agencyId && EARLIER_STAGES.includes(kind.split('.')[0] ?? '')
  })
}
