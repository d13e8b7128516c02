import type { DocumentBlocks } from '../../domain/documents/block.ts'
import type {
  EvaluationFinanceContent,
  PilotCountyReportContent,
  PilotIntegratedReportContent,
  PilotSelectionContent,
  PilotStageReportContent,
} from '../../domain/forms/contents.ts'
import { GRADES } from '../../domain/shared/grade.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import { type CountyReportProject, buildCountyReport } from '../../documents/county-report.ts'
import { buildIntegratedReport } from '../../documents/integrated-report.ts'
import { buildSelectionForm } from '../../documents/selection-form.ts'
import { buildStageReport } from '../../documents/stage-report.ts'
import type { DocumentFrame, ProjectHead, VersionReference } from '../../documents/index.ts'
import { findFrozen } from '../../storage/frozen-repository.ts'
import { findJurisdictions } from '../../storage/organisation-repository.ts'
import { findPilotProjects, type ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { documentSource, issuerName, projectHead, signedOpinions } from '../records/document-input.ts'
import { findLatestRecord, type RecordData } from '../records/record-data.ts'
import { executorsOf, momentOfAct, stageParts } from './stage-parts.ts'
import { tellStage } from './stage-story.ts'

/** 试点项目推荐表. */
export async function selectionDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const source = await documentSource<PilotSelectionContent>(context, data, 'selection-form')
  return buildSelectionForm({
    frame: source.frame,
    project: headOf(context, source.project ?? projectOf(data)),
    content: source.content,
    proposer: await issuerName(context, data, 'propose'),
    opinions: signedOpinions(data, [
      { title: '分管领导意见', action: 'endorse' },
      { title: '自治区财政厅意见', action: 'confirm' },
    ]),
  })
}

/** 分阶段绩效管理报告: the text as approved, the tables from the records it names. */
export async function stageReportDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const project = projectOf(data)
  const source = await documentSource<PilotStageReportContent>(context, data, 'stage-report')
  const { stage, isCarriedOut } = source.raw
  const until = momentOfAct(data, 'approve')
  const story = stage && isCarriedOut !== false ? await tellStage(context, project, stage, until) : undefined
  const executor = stage ? (await executorsOf(context, project))[stage] : undefined
  return buildStageReport({
    frame: withReferences(source.frame, story?.references ?? []),
    project: headOf(context, source.project ?? project),
    content: source.content,
    tables: story?.tables ?? [],
    issuer: await issuerName(context, data, 'approve'),
    reportedOn: dayOfAct(data, 'approve'),
    ...(executor ? { executor } : {}),
  })
}

/** 一体化评价报告 with its five stage reports inside. */
export async function integratedReportDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const project = projectOf(data)
  const source = await documentSource<PilotIntegratedReportContent>(context, data, 'integrated-report')
  const { parts, references } = await stageParts(context, project)
  return buildIntegratedReport({
    frame: withReferences(source.frame, references),
    project: headOf(context, source.project ?? project),
    content: source.content,
    issuer: await issuerName(context, data, 'approve'),
    reportedOn: dayOfAct(data, 'approve'),
    stages: parts,
  })
}

/** 试点报告 of the place, with the stage reports of every pilot project. */
export async function countyReportDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const source = await documentSource<PilotCountyReportContent>(context, data, 'county-report')
  const rows = await findPilotProjects(context.db, data.record.jurisdictionId)
  const projects: CountyReportProject[] = []
  const references: VersionReference[] = []
  for (const row of rows) {
    const account = await accountOf(context, row, momentOfAct(data, 'approve'))
    projects.push(account.project)
    references.push(...account.references)
  }
  return buildCountyReport({
    frame: withReferences(source.frame, references),
    jurisdictionName: await jurisdictionName(context, data),
    content: source.content,
    issuer: await issuerName(context, data, 'approve'),
    reportedOn: dayOfAct(data, 'approve'),
    projects,
  })
}

async function accountOf(
  context: Context,
  row: ProjectRow,
  until: string | undefined,
): Promise<{ project: CountyReportProject; references: readonly VersionReference[] }> {
  const { parts } = await stageParts(context, row)
  const evaluation = await findConfirmed(context, row, until)
  const integrated = await findLatestRecord(context, row, 'pilot.integratedReport')
  const source =
    integrated &&
    (await documentSource<PilotIntegratedReportContent>(context, integrated, 'integrated-report'))
  return {
    project: {
      project: headOf(context, source?.project ?? row),
      stages: parts,
      score_x100: evaluation?.totalScore_x100 ?? null,
      grade: evaluation?.grade ? GRADES[evaluation.grade] : null,
      effects: source?.content.effects ?? null,
    },
    references: (source?.frame.references ?? []).map((each) => ({
      ...each,
      title: `${row.name}${each.title}`,
    })),
  }
}

/** The evaluation as it was confirmed, by the moment the report became official. */
async function findConfirmed(
  context: Context,
  row: ProjectRow,
  until: string | undefined,
): Promise<EvaluationFinanceContent | undefined> {
  const evaluation = await findLatestRecord(context, row, 'evaluation.finance')
  if (!evaluation) return undefined
  const confirmed = (await findFrozen(context.db, evaluation.record)).findLast(
    ({ action, frozenAt }) => action === 'confirm' && (until === undefined || frozenAt <= until),
  )
  return (confirmed?.content as { readonly content: EvaluationFinanceContent } | undefined)?.content
}

function projectOf({ project, record }: RecordData): ProjectRow {
  if (!project) throw new Error(`record ${record.id} has no project`)
  return project
}

/** The project with its approved budget as the money of the year. */
function headOf(context: Context, project: ProjectRow): ProjectHead {
  return { ...projectHead(context, project), annual_fen: project.budget_fen }
}

function withReferences(frame: DocumentFrame, more: readonly VersionReference[]): DocumentFrame {
  return { ...frame, references: [...(frame.references ?? []), ...more] }
}

function dayOfAct(data: RecordData, action: string): string | null {
  const moment = momentOfAct(data, action)
  return moment === undefined ? null : dayOf(moment)
}

/** The name of the place a record belongs to. */
export async function jurisdictionName(context: Context, { record }: RecordData): Promise<string> {
  const all = await findJurisdictions(context.db)
  return all.find(({ id }) => id === record.jurisdictionId)?.name ?? record.jurisdictionId
}
