import {
  checkRegistered,
  checkSelection,
  type RegisteredAgency,
} from '../../domain/evaluation/checks/index.ts'
import { EVA_901 } from '../../domain/evaluation/gates.ts'
import { isOwnEvaluation } from '../../domain/evaluation/index.ts'
import type { EvaluationFinanceContent, PilotSelectionContent } from '../../domain/forms/contents.ts'
import { checkRotation, checkSeparation } from '../../domain/org/checks/index.ts'
import { computeAgencyShare, ORG_002 } from '../../domain/org/compute/index.ts'
import { found, foundIf } from '../../domain/shared/check.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { countAgencyTasks, findAgencyEntry } from '../../storage/agency-repository.ts'
import { findAssignments } from '../../storage/assignment-repository.ts'
import { findOrganisation } from '../../storage/organisation-repository.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import { findRecords } from '../../storage/record-repository.ts'
import type { Context } from '../kernel/context.ts'
import { findLatestRecord, type RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { lineOf } from './organisation-line.ts'
import { groupFindings } from './own/index.ts'

const WHERE = { section: 'plan', field: 'agency' }

/** Whether whoever is to carry the evaluation out may: the group of the office, or the institution. */
export async function checkExecutor(context: Context, data: RecordData): Promise<Finding[]> {
  return isOwnEvaluation(data.content) ? groupFindings(context, data) : checkCommission(context, data)
}

/** Whether this institution may evaluate this project: errors forbid it, warnings ask to think again. */
async function checkCommission(context: Context, data: RecordData): Promise<Finding[]> {
  const { project } = data
  const { agency: agencyId } = data.content as EvaluationFinanceContent
  if (!project || !agencyId) return []
  const agency = await findOrganisation(context.db, agencyId)
  if (agency?.kind !== 'agency') {
    return [found(EVA_901, '受托方不是第三方机构，请从第三方机构名录中选择。', WHERE)]
  }
  const separation = checkSeparation({
    commissioner: await lineOf(context, context.actor.organisationId),
    agency: await lineOf(context, agency.id),
    object: project,
  })
  return [
    ...separation,
    ...checkSelection(data.content as EvaluationFinanceContent),
    ...checkRotation(agency.id, await earlierInstitutions(context, project)),
    ...(await checkRegister(context, data, project, agency.id)),
    ...(await checkShare(context, data, agency.id)),
  ]
}

/** What the register of the place knows of the institution and of the lead evaluator named. */
async function checkRegister(
  context: Context,
  data: RecordData,
  project: ProjectRow,
  agencyId: string,
): Promise<Finding[]> {
  const { leadEvaluator } = data.content as EvaluationFinanceContent
  const entry = await findAgencyEntry(context.db, data.record.jurisdictionId, agencyId)
  const facts = {
    entry: entry as RegisteredAgency | undefined,
    leadEvaluator,
    judged: [project.unitName, project.departmentName],
    on: context.today,
  }
  return checkRegistered(facts, rulesOf(context, data))
}

/** ORG-002 with this task counted in: a reminder, never a refusal. */
async function checkShare(context: Context, data: RecordData, agencyId: string): Promise<Finding[]> {
  const { jurisdictionId, fiscalYear } = data.record
  const counted = await countAgencyTasks(context.db, jurisdictionId, fiscalYear)
  const own = counted.find(({ agency }) => agency === agencyId)?.tasks ?? 0
  const all = counted.reduce((sum, { tasks }) => sum + tasks, 0)
  const share = computeAgencyShare({ own: own + 1, all: all + 1 }, rulesOf(context, data))
  const message = `连同本次，该机构在本地区${fiscalYear}年度${share.explanation.sentence}`
  return foundIf(share.isConcentrated, ORG_002, message, WHERE, 'warning')
}

const EARLIER_STAGES = ['exante', 'targets']

/** Named for an earlier stage when the project was selected, or assigned to a record of one. */
async function earlierInstitutions(context: Context, project: ProjectRow): Promise<string[]> {
  const { jurisdictionId, id: projectId } = project
  const selection = await findLatestRecord(context, project, 'pilot.selection')
  const executors = (selection?.content as PilotSelectionContent | undefined)?.executors ?? []
  const assignments = await findAssignments(context.db, { jurisdictionId, projectId })
  const records = await findRecords(context.db, { jurisdictionId, projectId })
  const stageOf = (recordId: string | null) =>
    records.find((record) => record.id === recordId)?.kind.split('.')[0] ?? ''
  return [
    ...executors.filter(({ stage }) => EARLIER_STAGES.includes(stage ?? '')).map((row) => row.organisation),
    ...assignments
      .filter(({ recordId }) => EARLIER_STAGES.includes(stageOf(recordId)))
      .map(({ organisationId }) => organisationId),
  ].filter((id) => typeof id === 'string')
}
