import type { PilotStageReportContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { integratedReport } from '../../domain/pilot/index.ts'
import { checkCompleteness } from '../../domain/pilot/checks/index.ts'
import { computeLoopCompleteness } from '../../domain/pilot/compute/index.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { PLAN_STAGES, STAGES } from '../../domain/workflow/record-kind.ts'
import type { ProjectProgress } from '../../storage/cockpit-repository.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { Assessment, RecordBehaviour } from '../records/behaviour.ts'
import type { RecordData } from '../records/record-data.ts'
import { stageItems, stageReportItems } from './completeness.ts'
import { fitLines, under } from '../../domain/pilot/story/form-words.ts'
import { integratedReportDocument } from './pilot-documents.ts'
import { effectsOf, experienceOf, organisationOf, overviewOf } from './project-account.ts'
import { getProjectProgress } from './project-progress.ts'
import { stageParts } from './stage-parts.ts'
import { NOTHING_FOUND, NOTHING_SUGGESTED } from './stage-story.ts'

/** 一体化评价报告: the five stage reports joined; the first text comes from them and the records. */
export const integratedReportBehaviour: RecordBehaviour = {
  kind: integratedReport.kind,
  prefill: prefillReport,
  assess: assessReport,
  documents: { 'integrated-report': integratedReportDocument },
}

async function prefillReport(context: Context, project: ProjectRow | undefined): Promise<Content> {
  if (!project) return {}
  await getProjectProgress(context, project)
  const { parts } = await stageParts(context, project)
  const carriedOut = parts.filter(({ content }) => content.isCarriedOut !== false)
  const from = (field: 'problems' | 'suggestions', nothing: string) =>
    carriedOut.flatMap(({ stage, content }) => {
      const text = (content[field] ?? '').trim()
      return text === '' || text.startsWith(nothing) ? [] : [under(STAGES[stage], text)]
    })
  const texts = {
    overview: fitLines([overviewOf(project)], 4000),
    organisation: fitLines([await organisationOf(context, project)], 4000),
    effects: fitLines([await effectsOf(context, project)], 6000),
    experience: fitLines([await experienceOf(context, project)], 4000),
    problems: fitLines(from('problems', NOTHING_FOUND), 4000),
    suggestions: fitLines(from('suggestions', NOTHING_SUGGESTED), 4000),
  }
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))
}

async function assessReport(context: Context, data: RecordData): Promise<Assessment> {
  if (!data.project) return { findings: [], figures: {}, explanations: {} }
  const progress = await getProjectProgress(context, data.project)
  const { explanation } = computeLoopCompleteness([
    { name: data.project.name, reports: reportStates(progress) },
  ])
  return {
    findings: data.record.state === 'approved' ? [] : missingFindings(progress),
    figures: { loop: explanation.result },
    explanations: { loop: explanation },
  }
}

function reportStates({ records }: ProjectProgress) {
  return PLAN_STAGES.flatMap((stage) => {
    const report = records.findLast((record) => record.kind === 'pilot.stageReport' && record.stage === stage)
    if (!report) return []
    const isApproved = report.state === 'approved'
    const skipped: PilotStageReportContent['isCarriedOut'] = report.isCarriedOut
    return [
      { stage, isApproved, missingReason: isApproved && skipped === false ? report.missingReason : null },
    ]
  })
}

/** Five approved stage reports and a closed evaluation; what is missing is named. */
export async function checkIntegratedReport(context: Context, { project }: RecordData): Promise<Finding[]> {
  return project ? missingFindings(await getProjectProgress(context, project)) : []
}

function missingFindings(progress: ProjectProgress): Finding[] {
  const closing = stageItems(progress).filter(({ itemCode }) => itemCode === 'RES-5')
  const lines = [...stageReportItems(progress), ...closing]
  return checkCompleteness(lines).map((finding) => ({ ...finding, where: {} }))
}
