import type { DocumentBlocks } from '../../domain/documents/block.ts'
import type { ResultsTaskChangeContent, ResultsTaskContent } from '../../domain/forms/contents.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import { buildRectificationChange } from '../../documents/rectification-change.ts'
import { buildRectificationReferral } from '../../documents/rectification-referral.ts'
import { buildResponsibilityList } from '../../documents/responsibility-list.ts'
import { findRecord } from '../../storage/record-repository.ts'
import { findActs } from '../../storage/act-repository.ts'
import type { Context } from '../kernel/context.ts'
import { documentSource, issuerName, letterHead, projectHead } from '../records/document-input.ts'
import type { RecordData } from '../records/record-data.ts'
import { findAnswerableActs } from './answerable.ts'

/** 移送函: the letter to the audit office or the discipline commission about a problem not put right. */
export async function referralDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const source = await documentSource<ResultsTaskContent>(context, data, 'rectification-referral')
  return buildRectificationReferral({
    frame: source.frame,
    head: { ...letterHead(context, data, 'refer'), issuer: await issuerName(context, data, 'refer') },
    project: headOf(context, data, source.project),
    task: source.content,
    issuedOn: await noticeDay(context, data),
  })
}

/** 项目责任清单: from the acts of the whole project, as far as the reader sees them, up to today. */
export async function responsibilityDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const { project } = data
  if (!project) throw new Error(`record ${data.record.id} has no project`)
  return buildResponsibilityList({
    frame: { isDemonstration: context.isDemo },
    project: headOf(context, data, project),
    acts: await findAnswerableActs(context, project),
    asOf: context.today,
  })
}

/** 整改延期或免予整改批复. */
export async function taskChangeDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const source = await documentSource<ResultsTaskChangeContent>(context, data, 'rectification-change')
  const task = data.record.subjectId ? await findRecord(context.db, data.record.subjectId) : undefined
  const noticeNumber = task?.content['noticeNumber']
  const asked = data.acts.findLast(({ action }) => action === 'ask')
  return buildRectificationChange({
    frame: source.frame,
    head: { ...letterHead(context, data, 'grant'), issuer: await issuerName(context, data, 'grant') },
    project: headOf(context, data, source.project),
    content: source.content,
    isExemption: source.raw.changeType === 'exemption',
    askedOn: asked ? dayOf(asked.actedAt) : null,
    opinion: data.acts.findLast(({ action }) => action === 'grant')?.opinion ?? null,
    noticeNumber: typeof noticeNumber === 'string' ? noticeNumber : null,
  })
}

async function noticeDay(context: Context, { record }: RecordData): Promise<string | null> {
  if (!record.subjectId) return null
  const { jurisdictionId, subjectId: recordId } = record
  const issued = (await findActs(context.db, { jurisdictionId, recordId })).findLast(
    ({ action }) => action === 'issue',
  )
  return issued ? dayOf(issued.actedAt) : null
}

function headOf(context: Context, { record, project: present }: RecordData, given: RecordData['project']) {
  const project = given ?? present
  if (!project) throw new Error(`record ${record.id} has no project`)
  return { ...projectHead(context, project), annual_fen: project.budget_fen }
}
