import {
  departmentEngagement,
  departmentEvaluation,
  engagement,
  isOwnEvaluation,
} from '../../../domain/evaluation/index.ts'
import type { EvaluationFinanceContent } from '../../../domain/forms/contents.ts'
import type { RecordKind } from '../../../domain/workflow/record-kind.ts'
import type { ProjectRow } from '../../../storage/project-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { performSystemAct } from '../../records/act.ts'
import { beginRecord } from '../../records/begin-record.ts'
import { findRecordData, type RecordData } from '../../records/record-data.ts'
import { rulesOf } from '../../records/rules-of.ts'
import { acceptanceRows } from './acceptance.ts'

/** Which kind of commission goes with an evaluation. */
export function engagementKindOf(evaluation: RecordKind): RecordKind {
  return evaluation === departmentEvaluation ? departmentEngagement : engagement
}

/** Makes the commission with all that is known: the task, the pledge's text, the lines of acceptance. */
export async function beginEngagement(
  context: Context,
  data: RecordData,
  project: ProjectRow,
  { agency, leadEvaluator, reportDueOn, scope }: EvaluationFinanceContent,
): Promise<void> {
  const kind = engagementKindOf(data.kind)
  const rules = rulesOf(context, data)
  const { version, clauses } = rules.value('evaluation.agency_pledge').value
  await beginRecord(
    context,
    kind,
    { kind: kind.kind },
    {
      project,
      subjectId: data.record.id,
      // The institution cannot see the project yet: its to-do list names it by this title.
      title: `${kind.title}（${project.name}）`,
      ...(agency ? { organisationId: agency } : {}),
      content: {
        agency: agency ?? null,
        commissioner: context.actor.organisationName,
        objectName: project.name,
        unitName: project.unitName,
        departmentName: project.departmentName,
        leadEvaluator: leadEvaluator ?? null,
        reportDueOn: reportDueOn ?? null,
        subject: `${project.name}${data.kind.title}`.slice(0, 1000),
        object: (scope ?? project.name).slice(0, 1000),
        pledgeVersion: version,
        pledgeText: clauses.map((clause, index) => `${index + 1}.${clause}`).join('\n'),
        acceptance: acceptanceRows(rules),
      },
    },
  )
}

/** Moves the commission along with its evaluation, where there is one that can go. */
export async function moveEngagement(
  context: Context,
  evaluation: RecordData,
  action: 'deliver' | 'reopen' | 'cancel',
): Promise<void> {
  const held = await findEngagement(context, evaluation)
  const from = held?.kind.workflow.actions[action]?.from ?? []
  if (held && from.includes(held.record.state)) await performSystemAct(context, held, action)
}

/** The newest commission of an evaluation; none of what was begun before commissions were kept, or is its own. */
export async function findEngagement(context: Context, data: RecordData): Promise<RecordData | undefined> {
  if (isOwnEvaluation(data.content)) return undefined
  const { jurisdictionId, id: subjectId } = data.record
  const kind = engagementKindOf(data.kind).kind
  return (await findRecordData(context, { jurisdictionId, kind, subjectId })).at(-1)
}
