import {
  checkDeclaration,
  checkEngagementContract,
  checkPayments,
  checkSettled,
} from '../../../domain/evaluation/checks/index.ts'
import { departmentEngagement, engagement } from '../../../domain/evaluation/index.ts'
import type { EvaluationEngagementContent } from '../../../domain/forms/contents.ts'
import type { Content } from '../../../domain/forms/form.ts'
import { ORG_004 } from '../../../domain/org/compute/index.ts'
import { found } from '../../../domain/shared/check.ts'
import type { Finding } from '../../../domain/shared/finding.ts'
import type { RecordKind } from '../../../domain/workflow/record-kind.ts'
import { dayOf } from '../../../domain/workflow/sentences.ts'
import { insertAssignment } from '../../../storage/assignment-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { type ActUseCase, defineAct, performSystemAct } from '../../records/act.ts'
import { getRecordData, type RecordData } from '../../records/record-data.ts'
import { rulesOf } from '../../records/rules-of.ts'
import { acceptanceOf, withAcceptance } from './acceptance.ts'

/** The acts on both kinds of commission. */
export const engagementActs: readonly ActUseCase[] = [engagement, departmentEngagement].flatMap(actsOf)

function actsOf(kind: RecordKind): ActUseCase[] {
  return [
    defineAct(kind, 'undertake', {
      gate: async (context, data) => checkDeclaration(contentOf(data), context.today, rulesOf(context, data)),
      effect: openProject,
    }),
    defineAct(kind, 'decline'),
    defineAct(kind, 'demand', {
      gate: async (context, data) => verdictFindings(context, data, false),
      complete: withCredit,
      effect: returnReport,
    }),
    defineAct(kind, 'accept', {
      gate: async (context, data) => [
        ...checkEngagementContract(contentOf(data)),
        ...checkPayments(contentOf(data), null),
        ...verdictFindings(context, data, true),
      ],
      complete: withCredit,
    }),
    defineAct(kind, 'settle', {
      gate: async (_context, data) => checkSettled(contentOf(data), acceptedOn(data)),
    }),
  ]
}

const contentOf = ({ content }: RecordData) => content as EvaluationEngagementContent

/** Day of the acceptance of the report, or nothing yet. */
export function acceptedOn({ acts }: Pick<RecordData, 'acts'>): string | null {
  const act = acts.findLast(({ action }) => action === 'accept')
  return act ? dayOf(act.actedAt) : null
}

/** From here on the institution sees the project, and writes its evaluation. */
async function openProject(context: Context, { record }: RecordData): Promise<void> {
  const { jurisdictionId, projectId, subjectId, organisationId } = record
  if (!projectId || !subjectId || !organisationId) return
  await insertAssignment(context.db, {
    jurisdictionId,
    id: context.newId(),
    projectId,
    recordId: subjectId,
    organisationId,
  })
  context.changed({ kind: 'assignment', id: subjectId, projectId, jurisdictionId }, [
    { field: 'agency', from: null, to: organisationId },
  ])
}

/** The evaluation a commission is about, for whoever commissioned it. */
async function evaluationOf(context: Context, { record }: RecordData): Promise<RecordData> {
  return getRecordData(context, record.subjectId ?? record.id, { isLocked: true })
}

/** The verdict of the score decides which way is open: below the line nothing is accepted. */
function verdictFindings(context: Context, data: RecordData, isAccepting: boolean): Finding[] {
  const { verdict, explanation } = acceptanceOf(contentOf(data), rulesOf(context, data))
  const where = { section: 'acceptance', field: 'acceptance' }
  if (verdict === null) return [found(ORG_004, explanation.sentence, where, 'error')]
  if (isAccepting === (verdict === 'accept')) return []
  const next = isAccepting ? '请办理“退回修改或重做报告”。' : '请办理“报告验收通过”。'
  return [found(ORG_004, `${explanation.sentence}${next}`, where, 'error')]
}

/** Score and verdict, and what the credit record keeps: a report that was late, work done over. */
async function withCredit(context: Context, data: RecordData): Promise<Content> {
  const content = withAcceptance(contentOf(data), rulesOf(context, data))
  const evaluation = await evaluationOf(context, data)
  const handedIn = evaluation.acts.findLast(({ action }) => action === 'finalise')
  const events = [...(content.events ?? [])]
  const wasLate = events.some(({ event }) => event === 'late')
  if (handedIn && content.reportDueOn && !wasLate) {
    const on = dayOf(handedIn.actedAt)
    if (on > content.reportDueOn)
      events.push({ event: 'late', on, note: `期限${content.reportDueOn}，${on}提交正式报告` })
  }
  if (content.verdict === 'redo')
    events.push({ event: 'redo', on: context.today, note: '验收不合格，重新评价' })
  return { ...content, events } as Content
}

/** The report goes back to the institution together with the commission. */
async function returnReport(context: Context, data: RecordData): Promise<void> {
  await performSystemAct(context, await evaluationOf(context, data), 'return')
}
