import type { DocumentBlocks } from '../../domain/documents/block.ts'
import { exanteScoreSheet } from '../../domain/exante/index.ts'
import type { ExanteEvaluationContent, TargetsSheetContent } from '../../domain/forms/contents.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import { buildExanteReport } from '../../documents/exante-report.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import {
  documentSource,
  labelled,
  letterHead,
  projectHead,
  signedOpinions,
} from '../records/document-input.ts'
import { findLatestRecord, getForm, type RecordData } from '../records/record-data.ts'
import { comparisonContent } from './compare/comparison-content.ts'
import { evaluationFigures } from './evaluation-figures.ts'
import { findSignedNote } from './panel/lead-note.ts'
import type { SubmittedSheet } from './score-sheets.ts'

/** 事前绩效评估报告: the conclusion with every expert's marks and the affordability sheet behind it. */
export async function exanteReportDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const { project, acts, record } = data
  if (!project) throw new Error(`evaluation ${record.id} has no project`)
  const source = await documentSource<ExanteEvaluationContent>(context, data, 'exante-report')
  const { frame, raw } = source
  const { affordability, sheets, veto } = await evaluationFigures(context, {
    ...data,
    content: { ...data.content, ...raw },
  })
  const concluded = acts.findLast(({ action }) => action === 'conclude')
  // Kept when the conclusion is formed; until then a draft shows it as it stands.
  const content =
    concluded || raw.comparedOn
      ? source.content
      : { ...source.content, ...(await comparisonContent(context, data)) }
  const approved = acts.findLast(({ action }) => action === 'approve')
  return buildExanteReport({
    frame,
    project: projectHead(context, source.project ?? project),
    content,
    organiser: letterHead(context, data, 'open').issuer,
    concludedOn: concluded ? dayOf(concluded.actedAt) : null,
    sheets: await Promise.all(sheets.map((sheet) => inWords(context, sheet))),
    affordability,
    vetoes: veto?.reasons ?? [],
    opinions: signedOpinions(data, [
      { title: '财政绩效股意见', action: 'conclude' },
      { title: '分管领导审定意见', action: 'approve' },
    ]),
    approvedBy: approved ? { name: approved.personName, on: dayOf(approved.actedAt) } : null,
    leadNote: (await findSignedNote(context, data))?.text ?? null,
    annualGoal: await goalKnownThen(context, project, concluded?.actedAt),
  })
}

/** The goal as far as it was declared when the evaluation was concluded: a report tells nothing later. */
async function goalKnownThen(
  context: Context,
  project: ProjectRow,
  concludedAt: string | undefined,
): Promise<string | null> {
  const target = await findLatestRecord(context, project, 'targets.sheet')
  const declared = target?.acts.find(({ action }) => action === 'declare')
  const isKnown = concludedAt === undefined || (declared !== undefined && declared.actedAt <= concludedAt)
  return isKnown ? (((target?.content ?? {}) as TargetsSheetContent).annualGoal ?? null) : null
}

/** A sheet as documents print it: choices and people in words. */
export async function inWords(context: Context, { personName, content, score }: SubmittedSheet) {
  const form = getForm(context, exanteScoreSheet.form)
  const inPlainWords = await labelled(context, { form }, content)
  return { person: personName, content: inPlainWords, total_x100: score.total_x100 }
}
