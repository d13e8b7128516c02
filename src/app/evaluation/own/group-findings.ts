import { checkGroup, checkMembers, checkPledges, EVA_113 } from '../../../domain/evaluation/checks/index.ts'
import { groupPledge, isOwnEvaluation } from '../../../domain/evaluation/index.ts'
import type { EvaluationFinanceContent } from '../../../domain/forms/contents.ts'
import { checkOrganiser } from '../../../domain/org/checks/index.ts'
import { found } from '../../../domain/shared/check.ts'
import type { Finding } from '../../../domain/shared/finding.ts'
import { findNames } from '../../../storage/name-repository.ts'
import { findRecords } from '../../../storage/record-repository.ts'
import type { Context } from '../../kernel/context.ts'
import type { RecordData } from '../../records/record-data.ts'
import { lineOf } from '../organisation-line.ts'
import { findGroupFacts } from './group-members.ts'

/** Whether this group may evaluate this project: who they are, and what speaks against each of them. */
export async function groupFindings(context: Context, data: RecordData): Promise<Finding[]> {
  const { project } = data
  if (!project) return []
  const { organisationId: id, organisationName: name } = context.actor
  const facts = await findGroupFacts(context, data, project, { id, name: name ?? '' })
  return [
    ...checkOrganiser(await lineOf(context, id), project),
    ...checkGroup(data.content as EvaluationFinanceContent, facts.standingOf),
    ...checkMembers(facts.members),
  ]
}

/** Whoever has not pledged yet, before the draft goes to the unit; nothing where an institution evaluates. */
export async function pledgeFindings(context: Context, data: RecordData): Promise<Finding[]> {
  const content = data.content as EvaluationFinanceContent
  if (!isOwnEvaluation(content)) return []
  const people = (content.members ?? []).flatMap(({ person }) => (person ? [person] : []))
  const names = await findNames(context.db, people)
  return checkPledges(content, (person) => names[person] ?? '')
}

/** Whoever organises learns at once that a member stood back. */
export async function recusedFindings(context: Context, data: RecordData): Promise<Finding[]> {
  if (!isOwnEvaluation(data.content)) return []
  const { jurisdictionId, id: subjectId } = data.record
  const pledges = await findRecords(context.db, { jurisdictionId, kind: groupPledge.kind, subjectId })
  return pledges
    .filter(({ state }) => state === 'recused')
    .map(({ title }) =>
      found(EVA_113, `“${title}”已申报回避，请办理“撤回、重新组织”，更换成员后再启动。`, {
        section: 'group',
        field: 'members',
      }),
    )
}
