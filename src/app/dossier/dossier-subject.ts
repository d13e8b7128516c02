import type { ConsistencyCase } from '../../domain/pilot/consistency/case.ts'
import { checkConsistency } from '../../domain/pilot/consistency/check-consistency.ts'
import type { ConsistencyFinding } from '../../domain/pilot/consistency/relation.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { ProjectProgress } from '../../storage/cockpit-repository.ts'
import { findPilotProjects, findProject, type ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import {
  type CompletenessItem,
  countyReportItem,
  getPlaceProgress,
  getProjectProgress,
  loadCase,
  projectItems,
} from '../pilot/index.ts'

export type ProjectDossier = {
  readonly project: ProjectRow
  readonly given: ConsistencyCase
  readonly findings: readonly ConsistencyFinding[]
  readonly lines: readonly CompletenessItem[]
}

/** @throws DomainError NOT_FOUND outside the reader's scope, ACTION_NOT_AVAILABLE outside the pilot */
export async function readProjectDossier(context: Context, projectId: string): Promise<ProjectDossier> {
  const project = await findProject(context.db, projectId)
  if (!project) throw new DomainError('NOT_FOUND', '没有找到这个项目，可能已移交或不在您的管理范围内。')
  return examineProject(context, project, await getProjectProgress(context, project))
}

async function examineProject(
  context: Context,
  project: ProjectRow,
  progress: ProjectProgress,
): Promise<ProjectDossier> {
  const given = await loadCase(context, project)
  const findings = checkConsistency(given)
  return { project, given, findings, lines: projectItems({ ...progress, findings }) }
}

export type PlaceDossier = {
  readonly id: string
  readonly name: string
  readonly projects: readonly ProjectDossier[]
  readonly countyReport: CompletenessItem
}

/** @throws DomainError NOT_FOUND for a place outside the reader's scope */
export async function readPlaceDossier(context: Context, jurisdictionId: string): Promise<PlaceDossier> {
  const progress = await getPlaceProgress(context, jurisdictionId)
  if (!progress.isVisible)
    throw new DomainError('NOT_FOUND', '没有找到这个地区的试点档案，可能不在您的管理范围内。')
  const projects: ProjectDossier[] = []
  for (const project of await findPilotProjects(context.db, jurisdictionId)) {
    const own = progress.projects.find(({ id }) => id === project.id)
    if (own) projects.push(await examineProject(context, project, own))
  }
  return {
    id: jurisdictionId,
    name: progress.name,
    projects,
    countyReport: countyReportItem(progress.records, progress.lost),
  }
}
