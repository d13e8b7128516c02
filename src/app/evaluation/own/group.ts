import { groupPledge } from '../../../domain/evaluation/index.ts'
import type { EvaluationFinanceContent, EvaluationFinanceMembersRow } from '../../../domain/forms/contents.ts'
import { insertAssignment } from '../../../storage/assignment-repository.ts'
import { findNames } from '../../../storage/name-repository.ts'
import type { ProjectRow } from '../../../storage/project-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { performSystemAct } from '../../records/act.ts'
import { beginRecord } from '../../records/begin-record.ts'
import { findRecordData, getRecordData, type RecordData, storeContent } from '../../records/record-data.ts'
import { rulesOf } from '../../records/rules-of.ts'
import { findGroupFacts } from './group-members.ts'

/** The members as the evaluation starts with them: nobody has pledged yet. */
export async function membersOf(
  context: Context,
  data: RecordData,
  project: ProjectRow,
): Promise<EvaluationFinanceMembersRow[]> {
  const { organisationId: id, organisationName } = context.actor
  const { standingOf } = await findGroupFacts(context, data, project, { id, name: organisationName ?? '' })
  return ((data.content as EvaluationFinanceContent).group ?? []).map(({ person, duty }) => ({
    person: person ?? null,
    duty: duty ?? null,
    isExpert: standingOf(person ?? '') === 'expert',
  }))
}

/** Each member is asked to declare and pledge; an expert gets the project in view for it. */
export async function beginGroup(context: Context, data: RecordData, project: ProjectRow): Promise<void> {
  const { group, members } = data.content as EvaluationFinanceContent
  const { version, clauses } = rulesOf(context, data).value('evaluation.group_pledge').value
  const names = await findNames(
    context.db,
    (members ?? []).flatMap(({ person }) => (person ? [person] : [])),
  )
  for (const { person, duty, isExpert } of members ?? []) {
    if (!person) continue
    if (isExpert) await openToExpert(context, data, project, person)
    await beginRecord(
      context,
      groupPledge,
      { kind: groupPledge.kind },
      {
        project,
        subjectId: data.record.id,
        title: `${groupPledge.title}（${names[person] ?? ''}）`,
        content: {
          member: person,
          duty: duty ?? null,
          assignedTask: group?.find((row) => row.person === person)?.task ?? null,
          organiser: context.actor.organisationName,
          objectName: project.name,
          unitName: project.unitName,
          departmentName: project.departmentName,
          pledgeVersion: version,
          pledgeText: clauses.map((clause, index) => `${index + 1}.${clause}`).join('\n'),
        },
      },
    )
  }
}

async function openToExpert(
  context: Context,
  { record }: RecordData,
  { jurisdictionId, id: projectId }: ProjectRow,
  personId: string,
): Promise<void> {
  const id = context.newId()
  await insertAssignment(context.db, { jurisdictionId, id, projectId, recordId: record.id, personId })
  context.changed({ kind: 'assignment', id: record.id, projectId, jurisdictionId }, [
    { field: 'expert', from: null, to: personId },
  ])
}

/** What a member pledged opens the evaluation to that member's hand. */
export async function notePledge(context: Context, { record }: RecordData, person: string): Promise<void> {
  if (!record.subjectId) return
  const evaluation = await getRecordData(context, record.subjectId, { isLocked: true })
  const before = (evaluation.content as EvaluationFinanceContent).members ?? []
  const members = before.map((row) => (row.person === person ? { ...row, pledgedOn: context.today } : row))
  await storeContent(context, evaluation, { ...evaluation.content, members })
  const { id, projectId, jurisdictionId } = evaluation.record
  context.changed({ kind: evaluation.kind.kind, id, projectId, jurisdictionId }, [
    { field: 'members', from: before, to: members },
  ])
}

/** 撤回: what was pledged for this group counts for no other one. */
export async function dissolveGroup(context: Context, data: RecordData): Promise<void> {
  const { jurisdictionId, id: subjectId } = data.record
  const pledges = await findRecordData(context, { jurisdictionId, kind: groupPledge.kind, subjectId })
  for (const pledge of pledges)
    if (pledge.record.state !== 'cancelled') await performSystemAct(context, pledge, 'cancel')
}
