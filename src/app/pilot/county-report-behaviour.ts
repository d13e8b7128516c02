import type {
  PilotIntegratedReportContent,
  PilotSelectionContent,
  PilotSelectionCriteriaRow,
} from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { optionLabel } from '../../domain/forms/form-index.ts'
import { countyReport } from '../../domain/pilot/index.ts'
import { checkCompleteness, checkQuota } from '../../domain/pilot/checks/index.ts'
import { computeQuota } from '../../domain/pilot/compute/index.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { sumPublicity } from '../../storage/pilot-repository.ts'
import { findPilotProjects, type ProjectRow } from '../../storage/project-repository.ts'
import type { JurisdictionProgress } from '../../storage/cockpit-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { Assessment, RecordBehaviour } from '../records/behaviour.ts'
import { findLatestRecord, getForm, type RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { projectItems } from './completeness.ts'
import { tellPlace } from '../../domain/pilot/story/tell-account.ts'
import { tellPublicity } from '../../domain/pilot/story/tell-publicity.ts'
import { fitLines, under } from '../../domain/pilot/story/form-words.ts'
import { countyReportDocument } from './pilot-documents.ts'
import { organisationOf } from './project-account.ts'
import { getPlaceProgress } from './project-progress.ts'
import { stagesOf } from './stage-states.ts'

/** 试点报告 of a city or county: assembled from the integrated reports of all its pilot projects. */
export const countyReportBehaviour: RecordBehaviour = {
  kind: countyReport.kind,
  prefill: prefillReport,
  assess: assessReport,
  documents: { 'county-report': countyReportDocument },
}

type Story = { readonly project: ProjectRow; readonly report: PilotIntegratedReportContent }

/** @throws DomainError ACTION_NOT_AVAILABLE while the place has no pilot project to report on */
async function prefillReport(context: Context): Promise<Content> {
  const progress = await getPlaceProgress(context, context.actor.jurisdictionId)
  const stories = await findStories(context, progress.id)
  if (stories.length === 0) {
    const message = '本地区还没有确定试点项目，请先办完试点项目推荐，再编写试点报告。'
    throw new DomainError('ACTION_NOT_AVAILABLE', message)
  }
  const from = (field: keyof PilotIntegratedReportContent) =>
    stories.flatMap(({ project, report }) => {
      const text = report[field]?.trim() ?? ''
      return text === '' ? [] : [under(project.name, text)]
    })
  const texts = {
    overview: tellPlace(
      progress.name,
      stories.map(({ project }) => project),
    ),
    organisation: fitLines(await organisationLines(context, stories), 4000),
    selection: fitLines(await selectionLines(context, stories), 3000),
    stages: fitLines(stageLines(progress, context.today), 8000),
    effects: fitLines(from('effects'), 6000),
    experience: fitLines(from('experience'), 4000),
    problems: fitLines(from('problems'), 4000),
    suggestions: fitLines(from('suggestions'), 4000),
    publicity: tellPublicity(await sumPublicity(context.db, { jurisdictionId: progress.id })) ?? '',
  }
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))
}

async function findStories(context: Context, jurisdictionId: string): Promise<Story[]> {
  const projects = await findPilotProjects(context.db, jurisdictionId)
  const stories: Story[] = []
  for (const project of projects) {
    const data = await findLatestRecord(context, project, 'pilot.integratedReport')
    stories.push({ project, report: (data?.content ?? {}) as PilotIntegratedReportContent })
  }
  return stories
}

async function organisationLines(context: Context, stories: readonly Story[]): Promise<string[]> {
  const lines: string[] = []
  for (const { project } of stories) lines.push(under(project.name, await organisationOf(context, project)))
  return lines
}

/** The criteria each project met, with the reason it was proposed for. */
async function selectionLines(context: Context, stories: readonly Story[]): Promise<string[]> {
  const form = getForm(context, 'pilot/selection')
  const label = ({ criterion }: PilotSelectionCriteriaRow) =>
    optionLabel(form, 'criteria', criterion, 'criterion')
  const lines: string[] = []
  for (const { project } of stories) {
    const data = await findLatestRecord(context, project, 'pilot.selection')
    const { criteria, reason } = (data?.content ?? {}) as PilotSelectionContent
    const met = (criteria ?? []).filter(({ isMet }) => isMet).map(label)
    const why = reason ? `推荐理由：${reason}` : ''
    if (met.length > 0) lines.push(`${project.name}符合：${met.join('；')}。${why}`)
  }
  return lines
}

function stageLines({ projects }: JurisdictionProgress, today: string): string[] {
  return projects
    .filter(({ isPilot }) => isPilot)
    .map((project) => {
      const stages = stagesOf(project, today).map(({ title, stateTitle }) => `${title}${stateTitle}`)
      return `${project.name}：${stages.join('，')}。`
    })
}

async function assessReport(context: Context, data: RecordData): Promise<Assessment> {
  const progress = await getPlaceProgress(context, data.record.jurisdictionId)
  const count = progress.projects.filter(({ isPilot }) => isPilot).length
  const { explanation } = computeQuota(count, rulesOf(context, data))
  return {
    findings: data.record.state === 'approved' ? [] : countyFindings(context, data, progress),
    figures: { quota: `${count}个` },
    explanations: { quota: explanation },
  }
}

/** One or two projects, and the integrated report of each already sent in. */
export async function checkCountyReport(context: Context, data: RecordData): Promise<Finding[]> {
  return countyFindings(context, data, await getPlaceProgress(context, data.record.jurisdictionId))
}

function countyFindings(context: Context, data: RecordData, { projects }: JurisdictionProgress): Finding[] {
  const pilots = projects.filter(({ isPilot }) => isPilot)
  const lines = pilots.flatMap((project) =>
    projectItems(project)
      .filter(({ itemCode }) => itemCode === 'REP-6')
      .map((item) => ({ ...item, projectName: project.name })),
  )
  const missing = pilots.length === 0 ? [] : checkCompleteness(lines)
  return [
    ...checkQuota(pilots.length, rulesOf(context, data)),
    ...missing.map((finding) => ({ ...finding, where: {} })),
  ]
}
