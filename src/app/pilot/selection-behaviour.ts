import type { PilotSelectionContent } from '../../domain/forms/contents.ts'
import { selection } from '../../domain/pilot/index.ts'
import {
  checkExecutors,
  checkOverQuota,
  checkQuota,
  checkSelectionCriteria,
} from '../../domain/pilot/checks/index.ts'
import { computeQuota, computeSelectionCriteria } from '../../domain/pilot/compute/index.ts'
import { found, foundIf } from '../../domain/shared/check.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { STAGES } from '../../domain/workflow/record-kind.ts'
import { findOrganisation } from '../../storage/organisation-repository.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { Assessment, RecordBehaviour } from '../records/behaviour.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { PIL_904, PIL_905 } from '../../domain/pilot/gates.ts'
import { selectionDocument } from './pilot-documents.ts'
import { getPlaceProgress } from './project-progress.ts'

/** 试点项目推荐表. */
export const selectionBehaviour: RecordBehaviour = {
  kind: selection.kind,
  assess: assessSelection,
  documents: { 'selection-form': selectionDocument },
}

async function assessSelection(context: Context, data: RecordData): Promise<Assessment> {
  const rules = rulesOf(context, data)
  const count = await countPilots(context, data)
  const { criteria } = data.content as PilotSelectionContent
  const chosen = computeSelectionCriteria(
    (criteria ?? []).map((row) => ({
      criterion: row.criterion ?? '',
      isMet: row.isMet === true,
      evidence: row.evidence ?? null,
    })),
    rules,
  )
  return {
    findings: await checkSelection(context, data),
    figures: { criteria: `符合${chosen.met.length}条`, quota: `${count}个` },
    explanations: { criteria: chosen.explanation, quota: computeQuota(count, rules).explanation },
  }
}

/** Criteria with evidence, whoever is trusted with a stage, how many projects, and the period. */
export async function checkSelection(context: Context, data: RecordData): Promise<Finding[]> {
  if (data.record.state === 'confirmed') return []
  const content = data.content as PilotSelectionContent
  const rules = rulesOf(context, data)
  const { from, to } = rules.value('pilot.period').value
  const count = await countPilots(context, data)
  return [
    ...checkSelectionCriteria(content, rules),
    ...checkExecutors(content),
    ...(data.project ? await checkTrusted(context, data.project, content) : []),
    ...checkQuota(count, rules),
    ...checkOverQuota(count, content.overQuotaReason, rules),
    ...foundIf(
      context.today < from || context.today > to,
      PIL_905,
      `试点方案的试点周期为${from}至${to}，现在不在周期内，请确认是否仍按本方案办理。`,
    ),
  ]
}

/** Projects of the jurisdiction in the pilot or on their way into it, this one included. */
async function countPilots(context: Context, { record }: RecordData): Promise<number> {
  const { projects } = await getPlaceProgress(context, record.jurisdictionId)
  const counted = projects.filter(
    ({ id, isPilot, records }) =>
      isPilot ||
      id === record.projectId ||
      records.some(({ kind, state }) => kind === selection.kind && state !== 'draft'),
  )
  return counted.length
}

/** An institution of the register, and none that depends on the project it works on. */
async function checkTrusted(
  context: Context,
  project: ProjectRow,
  { executors }: PilotSelectionContent,
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [row, { organisation, executorKind, stage }] of (executors ?? []).entries()) {
    if (!organisation || executorKind === 'own') continue
    const agency = await findOrganisation(context.db, organisation)
    const title = stage ? STAGES[stage] : `第${row + 1}行`
    const where = { section: 'executors', field: 'executors', row, column: 'organisation' }
    if (agency?.kind !== 'agency') {
      findings.push(found(PIL_904, `“${title}”的受托方不是第三方机构，请从机构名录中选择。`, where))
    } else if (agency.parentId && [project.unitId, project.departmentId].includes(agency.parentId)) {
      findings.push(
        found(PIL_904, `“${title}”的受托机构隶属于项目单位或主管部门，不能受托，请另选机构。`, where),
      )
    }
  }
  return findings
}
