import type { DocumentBlocks } from '../../domain/documents/block.ts'
import type { ProjectBudgetLineContent, TargetsSheetContent } from '../../domain/forms/contents.ts'
import { GRADES } from '../../domain/shared/grade.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import type { DocumentFrame } from '../../documents/index.ts'
import { buildTargetApproval } from '../../documents/target-approval.ts'
import { buildTargetSheet } from '../../documents/target-sheet.ts'
import { findFrozen } from '../../storage/frozen-repository.ts'
import type { Context } from '../kernel/context.ts'
import { ledgerMarkOf } from '../ledger/ledger-mark.ts'
import { actsOfThisRound } from '../records/act.ts'
import {
  documentSource,
  labelled,
  letterHead,
  projectHead,
  signedOpinions,
} from '../records/document-input.ts'
import { findLatestRecord, type RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { reviewOf } from './assess-sheet.ts'
import { disclosureDeadline } from './disclosure.ts'

/** The boxes of the form, in the order of the procedure. */
const OPINIONS = [
  { title: '业务部门初审意见', action: 'review' },
  { title: '第三方联审意见', action: 'advise' },
  { title: '财政绩效股复核意见', action: 'recheck' },
  { title: '批复意见', action: 'approve' },
]

/** 项目支出绩效目标申报表: as declared, with what the reviewers have written on it since. */
export async function targetSheetDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const { frame, raw, project } = await sheetSource(context, data)
  const { review, reviewOpinion } = data.content as TargetsSheetContent
  const { grade } = reviewOf({ review: review ?? null }, rulesOf(context, data))
  const declared = data.acts.findLast(({ action }) => action === 'declare')
  return buildTargetSheet({
    frame: await withLedgerMark(context, data, frame, 'target.adjusted'),
    project: projectHead(context, project ?? projectOf(data)),
    content: await labelled(context, data, {
      ...raw,
      review: review ?? null,
      reviewOpinion: reviewOpinion ?? null,
    }),
    opinions: signedOpinions(data, OPINIONS),
    ...(grade ? { reviewGrade: GRADES[grade] } : {}),
    declaredOn: declared ? dayOf(declared.actedAt) : null,
  })
}

/** 绩效目标批复: the letter that takes target and budget down together. */
export async function targetApprovalDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const project = projectOf(data)
  const source = await documentSource<TargetsSheetContent>(context, data, 'target-approval')
  const line = await findLatestRecord(context, project, 'project.budgetLine')
  const { arranged_fen } = line ? await approvedLine(context, line) : {}
  // An adjustment has a letter and a publication of its own; this one says what it said.
  const approved = data.acts.findLast(({ action }) => action === 'approve')
  const deadline = approved && disclosureDeadline(context, { ...data, acts: [approved] })
  return buildTargetApproval({
    frame: await withLedgerMark(context, data, source.frame),
    head: letterHead(context, data, 'approve'),
    project: projectHead(context, source.project ?? project),
    content: source.content,
    arranged_fen: arranged_fen ?? null,
    hasJointReview: actsOfThisRound(data).some(({ action }) => action === 'advise'),
    ...(deadline ? { disclosureDueOn: deadline.dueOn } : {}),
  })
}

/** As declared, or as the last adjustment has made it. */
async function sheetSource(context: Context, data: RecordData) {
  const source = await documentSource<TargetsSheetContent>(context, data, 'target-sheet')
  const adjusted = (await findFrozen(context.db, data.record)).findLast(({ action }) => action === 'adjust')
  if (!adjusted) return source
  const { content } = adjusted.content as { readonly content: TargetsSheetContent }
  const { title } = data.record
  const { number: version, digest } = adjusted
  const reference = { title, version, frozenOn: dayOf(adjusted.frozenAt), digest }
  return { ...source, raw: content, frame: { ...source.frame, references: [reference] } }
}

/** The budget line as it was approved with the target, whatever was changed since. */
async function approvedLine(context: Context, line: RecordData): Promise<ProjectBudgetLineContent> {
  const approved = (await findFrozen(context.db, line.record)).find(({ action }) => action === 'approve')
  if (!approved) return line.content as ProjectBudgetLineContent
  return (approved.content as { readonly content: ProjectBudgetLineContent }).content
}

/** Letter and sheet carry the same mark: whoever keeps one of them holds the proof. */
async function withLedgerMark(
  context: Context,
  { record }: RecordData,
  frame: DocumentFrame,
  preferred?: 'target.adjusted',
): Promise<DocumentFrame> {
  const ledger =
    (preferred && (await ledgerMarkOf(context, record.id, preferred))) ??
    (await ledgerMarkOf(context, record.id, 'target.approved'))
  return ledger ? { ...frame, ledger } : frame
}

function projectOf({ project, record }: RecordData) {
  if (!project) throw new Error(`target sheet ${record.id} has no project`)
  return project
}
