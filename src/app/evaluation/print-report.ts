import type { DocumentBlocks } from '../../domain/documents/block.ts'
import type { EvaluationFinanceContent, EvaluationSelfContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import { GRADES } from '../../domain/shared/grade.ts'
import { formatScore } from '../../domain/shared/score.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import { isOwnEvaluation } from '../../domain/evaluation/index.ts'
import { buildEvaluationReport } from '../../documents/evaluation-report.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { findApprovedTarget } from '../records/approved-target.ts'
import { documentSource, labelled, projectHead } from '../records/document-input.ts'
import { findLatestRecord, type RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { financeFigures, withFinanceFigures } from './finance-figures.ts'
import { type OtherSource, reportFacts } from './report-facts.ts'

/** 财政绩效评价报告; while it is a draft, with total and grade as the scores stand now. */
export async function printReport(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const { project } = data
  if (!project) throw new Error(`record ${data.record.id} has no project`)
  const source = await documentSource<EvaluationFinanceContent>(context, data, 'evaluation-report')
  const { frame, content } = source
  const isDraft = frame.draft !== undefined
  const finalised = data.acts.findLast((act) => act.action === 'finalise')
  // What was final then is explained by the values in force then.
  const rules =
    isDraft || !finalised ? rulesOf(context, data) : rulesOn(context, data, dayOf(finalised.actedAt))
  const stored = isDraft ? data.content : (source.raw as Content)
  const figures = await financeFigures(context, { ...data, content: stored }, rules)
  const raw = isDraft ? withFinanceFigures(stored, figures) : undefined
  const commissioned = data.acts.findLast((act) => act.action === 'assign')
  const target = await findApprovedTarget(context, project, data.record.createdAt)
  const self = await selfResult(context, project)
  return buildEvaluationReport({
    frame,
    project: projectHead(context, source.project ?? project),
    content: raw ? await labelled(context, data, raw as EvaluationFinanceContent) : content,
    commissioner: commissioned?.organisationName ?? `${project.jurisdictionName}财政局`,
    isOwn: isOwnEvaluation(stored),
    reportedOn: finalised ? dayOf(finalised.actedAt) : null,
    annualGoal: target?.content.annualGoal ?? null,
    ...(self ? { self } : {}),
    ...reportFacts(
      data,
      (raw ?? stored) as EvaluationFinanceContent,
      figures,
      rules,
      frame.references?.[0]?.version ?? data.record.version,
      othersOf(self, target?.version),
    ),
  })
}

function rulesOn(context: Context, { record }: RecordData, date: string): ParameterReader {
  return context.rules.at({ date, jurisdiction: record.jurisdictionId, fiscalYear: record.fiscalYear })
}

function othersOf(self: SelfResult | undefined, targetVersion: number | undefined): OtherSource[] {
  return [
    ...(self
      ? [{ figure: '单位自评得分', value: `${formatScore(self.totalScore_x100)}分`, record: self.record }]
      : []),
    ...(targetVersion === undefined
      ? []
      : [
          {
            figure: '年度绩效目标',
            value: '见正文',
            record: `项目支出绩效目标申报表定稿第${targetVersion}版`,
          },
        ]),
  ]
}

type SelfResult = { readonly totalScore_x100: number; readonly grade: string | null; readonly record: string }

async function selfResult(context: Context, project: ProjectRow): Promise<SelfResult | undefined> {
  const record = await findLatestRecord(context, project, 'evaluation.self')
  const content = record?.content as EvaluationSelfContent | undefined
  if (!record || content?.totalScore_x100 == null) return undefined
  return {
    record: `${record.record.title}第${record.record.version}版`,
    totalScore_x100: content.totalScore_x100,
    grade: content.grade ? GRADES[content.grade] : null,
  }
}
