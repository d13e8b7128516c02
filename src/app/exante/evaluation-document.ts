import type { DocumentBlocks } from '../../domain/documents/block.ts'
import { AFFORDABILITY_VERDICTS } from '../../domain/exante/compute/index.ts'
import { exanteScoreSheet } from '../../domain/exante/index.ts'
import type { ExanteEvaluationContent, TargetsSheetContent } from '../../domain/forms/contents.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import { buildExanteReport } from '../../documents/exante-report.ts'
import type { Context } from '../kernel/context.ts'
import { documentSource, labelled, letterHead, projectHead } from '../records/document-input.ts'
import { findLatestRecord, getForm, type RecordData } from '../records/record-data.ts'
import { evaluationFigures } from './evaluation-figures.ts'
import type { SubmittedSheet } from './score-sheets.ts'

/** 事前绩效评估报告: the conclusion with every expert's marks and the affordability sheet behind it. */
export async function exanteReportDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const { project, acts, record } = data
  if (!project) throw new Error(`evaluation ${record.id} has no project`)
  const { frame, content, raw } = await documentSource<ExanteEvaluationContent>(
    context,
    data,
    'exante-report',
  )
  const { affordability, sheets } = await evaluationFigures(context, {
    ...data,
    content: { ...data.content, ...raw },
  })
  const concluded = acts.findLast(({ action }) => action === 'conclude')
  const target = await findLatestRecord(context, project, 'targets.sheet')
  return buildExanteReport({
    frame,
    project: projectHead(context, project),
    content,
    organiser: letterHead(context, data, 'open').issuer,
    concludedOn: concluded ? dayOf(concluded.actedAt) : null,
    sheets: await Promise.all(sheets.map((sheet) => inWords(context, sheet))),
    affordability: affordability.years,
    affordabilityVerdict: AFFORDABILITY_VERDICTS[affordability.verdict],
    annualGoal: ((target?.content ?? {}) as TargetsSheetContent).annualGoal ?? null,
  })
}

async function inWords(context: Context, { personName, content, score }: SubmittedSheet) {
  const form = getForm(context, exanteScoreSheet.form)
  const inPlainWords = await labelled(context, { form }, content)
  return { person: personName, content: inPlainWords, total_x100: score.total_x100 }
}
