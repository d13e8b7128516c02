import type { PilotMeetingContent, PilotSupervisionContent } from '../../../domain/forms/contents.ts'
import type { DocumentBlocks } from '../../../domain/documents/block.ts'
import { leadGroup, meeting, publicity, supervision } from '../../../domain/pilot/index.ts'
import { checkDecisions } from '../../../domain/pilot/checks/index.ts'
import { buildMeetingMinutes } from '../../../documents/meeting-minutes.ts'
import { findOrganisation, findOrganisations } from '../../../storage/organisation-repository.ts'
import type { Finding } from '../../../domain/shared/finding.ts'
import { DomainError } from '../../../domain/shared/errors.ts'
import type { Context } from '../../kernel/context.ts'
import { defineAct, performSystemAct } from '../../records/act.ts'
import { NOTHING_TO_SAY, type RecordBehaviour } from '../../records/behaviour.ts'
import { type BeginUseCase, beginRecord, defineBegin } from '../../records/begin-record.ts'
import { documentSource, issuerName } from '../../records/document-input.ts'
import type { RecordData } from '../../records/record-data.ts'
import type { StageModule } from '../../records/stage-module.ts'
import { jurisdictionName } from '../pilot-documents.ts'
import { dayOf } from '../../../domain/workflow/sentences.ts'

const plain = (kind: string): RecordBehaviour => ({ kind, assess: async () => NOTHING_TO_SAY })

export const leadGroupBehaviour = plain(leadGroup.kind)
export const supervisionBehaviour = plain(supervision.kind)
export const publicityBehaviour: RecordBehaviour = {
  ...plain(publicity.kind),
  prefill: async (context) => ({ heldOn: context.today }),
}

/** 试点工作会议. */
export const meetingBehaviour: RecordBehaviour = {
  kind: meeting.kind,
  prefill: async (context) => ({ heldOn: context.today, chair: context.actor.personName }),
  assess: async (context, data) => ({
    ...NOTHING_TO_SAY,
    findings: data.record.state === 'draft' ? await decisionFindings(context, data) : [],
  }),
  documents: { 'meeting-minutes': minutesDocument },
}

async function decisionFindings(context: Context, { record, content }: RecordData): Promise<Finding[]> {
  const { jurisdictionId } = record
  const offices = await findOrganisations(context.db, { jurisdictionId, kind: 'department' })
  const departments = offices.map(({ id }) => id)
  return checkDecisions(content as PilotMeetingContent, { today: context.today, departments })
}

async function minutesDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const { frame, content } = await documentSource<PilotMeetingContent>(context, data, 'meeting-minutes')
  const filed = data.acts.findLast(({ action }) => action === 'file')
  return buildMeetingMinutes({
    frame,
    head: {
      issuer: await issuerName(context, data, 'file'),
      ...(filed ? { issuedOn: dayOf(filed.actedAt) } : {}),
    },
    jurisdictionName: await jurisdictionName(context, data),
    content,
  })
}

/** 形成会议纪要: what was given to a department with a day becomes its 督办事项 at once. */
export const fileMeeting = defineAct(meeting, 'file', {
  gate: decisionFindings,
  effect: async (context, data) => {
    const { decisions, name } = data.content as PilotMeetingContent
    for (const { decision, department, dueOn } of decisions ?? []) {
      if (!decision || !department || !dueOn) continue
      const begun = await beginRecord(context, supervision, supervisionBehaviour, {
        project: undefined,
        fiscalYear: data.record.fiscalYear,
        subjectId: data.record.id,
        organisationId: department,
        title: titleOf(decision),
        content: { department, task: decision, dueOn, source: `会议纪要：${name ?? ''}`.slice(0, 200) },
      })
      await performSystemAct(context, begun, 'issue')
    }
  },
})

function titleOf(task: string): string {
  return `${supervision.title}：${task.slice(0, 40)}`
}

const begin = defineBegin(supervision, supervisionBehaviour, ['department'], ({ task }) =>
  typeof task === 'string' ? titleOf(task) : supervision.title,
)

/**
 * Begins a 督办事项 for a department of the place, which sees it in its to-do list once it is issued.
 * @throws DomainError INVALID_INPUT for an office of another place or one that is no department
 */
export const beginSupervision: BeginUseCase = {
  ...begin,
  run: async (context, input) => {
    const department = input.content?.['department']
    if (department === undefined) return begin.run(context, input)
    const office = typeof department === 'string' ? await findOrganisation(context.db, department) : undefined
    if (office?.kind !== 'department' || office.jurisdictionId !== context.actor.jurisdictionId) {
      throw new DomainError('INVALID_INPUT', '承办部门应为本地区的主管部门，请重新选择。', {
        places: [{ field: 'content.department', problem: '不是本地区的主管部门' }],
      })
    }
    if (input.projectId ?? input.subjectId) return begin.run(context, input)
    const { task } = (input.content ?? {}) as PilotSupervisionContent
    const begun = await beginRecord(context, supervision, supervisionBehaviour, {
      project: undefined,
      fiscalYear: input.fiscalYear ?? Number(context.today.slice(0, 4)),
      organisationId: office.id,
      title: task ? titleOf(task) : supervision.title,
      content: input.content ?? {},
    })
    return { recordId: begun.record.id, version: begun.record.version }
  },
}

export const jointModule: StageModule = {
  behaviours: [leadGroupBehaviour, meetingBehaviour, supervisionBehaviour, publicityBehaviour],
  begins: [
    defineBegin(leadGroup, leadGroupBehaviour),
    defineBegin(meeting, meetingBehaviour),
    beginSupervision,
    defineBegin(publicity, publicityBehaviour),
  ],
  acts: [
    defineAct(leadGroup, 'propose'),
    defineAct(leadGroup, 'confirm'),
    defineAct(leadGroup, 'return'),
    fileMeeting,
    defineAct(supervision, 'issue'),
    defineAct(supervision, 'report'),
    defineAct(supervision, 'close'),
    defineAct(supervision, 'return'),
    defineAct(supervision, 'cancel'),
    defineAct(publicity, 'register'),
  ],
  others: [],
}
