import type { DocumentBlocks } from '../../domain/documents/block.ts'
import type { EvaluationFinanceContent, EvaluationSelfContent } from '../../domain/forms/contents.ts'
import { GRADES } from '../../domain/shared/grade.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import { buildEvaluationReport } from '../../documents/evaluation-report.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { findApprovedTarget } from '../records/approved-target.ts'
import { documentSource, labelled, projectHead } from '../records/document-input.ts'
import { findLatestRecord, type RecordData } from '../records/record-data.ts'
import { financeFigures, withFinanceFigures } from './finance-figures.ts'

/** 财政绩效评价报告; while it is a draft, with total and grade as the scores stand now. */
export async function printReport(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const { project } = data
  if (!project) throw new Error(`record ${data.record.id} has no project`)
  const source = await documentSource<EvaluationFinanceContent>(context, data, 'evaluation-report')
  const { frame, content } = source
  const isDraft = frame.draft !== undefined
  const raw = isDraft ? withFinanceFigures(data.content, await financeFigures(context, data)) : undefined
  const finalised = data.acts.findLast((act) => act.action === 'finalise')
  const commissioned = data.acts.findLast((act) => act.action === 'assign')
  const target = await findApprovedTarget(context, project, data.record.createdAt)
  const self = await selfResult(context, project)
  return buildEvaluationReport({
    frame,
    project: projectHead(context, source.project ?? project),
    content: raw ? await labelled(context, data, raw as EvaluationFinanceContent) : content,
    commissioner: commissioned?.organisationName ?? `${project.jurisdictionName}财政局`,
    reportedOn: finalised ? dayOf(finalised.actedAt) : null,
    annualGoal: target?.content.annualGoal ?? null,
    ...(self ? { self } : {}),
  })
}

async function selfResult(context: Context, project: ProjectRow) {
  const record = await findLatestRecord(context, project, 'evaluation.self')
  const content = record?.content as EvaluationSelfContent | undefined
  if (content?.totalScore_x100 == null) return undefined
  return {
    totalScore_x100: content.totalScore_x100,
    grade: content.grade ? GRADES[content.grade] : null,
  }
}
