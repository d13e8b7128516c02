import { DomainError } from '../../domain/shared/errors.ts'
import {
  findPilotProgress,
  type JurisdictionProgress,
  type ProjectProgress,
} from '../../storage/cockpit-repository.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import { quote } from '../../domain/shared/quote.ts'
import type { ExaminedProject } from './completeness.ts'
import { findInconsistencies } from './consistency/find-inconsistencies.ts'
import type { Context } from '../kernel/context.ts'

/**
 * How far a pilot project has come.
 * @throws DomainError ACTION_NOT_AVAILABLE for a project outside the pilot: it writes no pilot reports
 */
export async function getProjectProgress(context: Context, project: ProjectRow): Promise<ProjectProgress> {
  const jurisdiction = await getPlaceProgress(context, project.jurisdictionId)
  const found = jurisdiction.projects.find(({ id, isPilot }) => id === project.id && isPilot)
  if (found) return found
  throw new DomainError(
    'ACTION_NOT_AVAILABLE',
    `${quote(project.name)}还没有确定为试点项目，请先办完试点项目推荐，再编写试点报告。`,
  )
}

/** A place with its projects, each with what does not agree in its records. */
export type ExaminedPlace = Omit<JurisdictionProgress, 'projects'> & {
  readonly projects: readonly ExaminedProject[]
}

/**
 * How far a place has come, and whether the records of its pilot projects agree: every record of them is read, so
 * only what decides on completeness asks for it, and once.
 * @throws DomainError NOT_FOUND for a code that is no city and no county
 */
export async function examinePlace(context: Context, jurisdictionId: string): Promise<ExaminedPlace> {
  const place = await getPlaceProgress(context, jurisdictionId)
  const projects: ExaminedProject[] = []
  for (const project of place.projects)
    projects.push(
      project.isPilot ? { ...project, findings: await findInconsistencies(context, project.id) } : project,
    )
  return { ...place, projects }
}

/**
 * How far a place has come, by the states of its records.
 * @throws DomainError NOT_FOUND for a code that is no city and no county
 */
export async function getPlaceProgress(
  context: Context,
  jurisdictionId: string,
): Promise<JurisdictionProgress> {
  const [jurisdiction] = await findPilotProgress(context.db, { jurisdictionId })
  if (jurisdiction) return jurisdiction
  throw new DomainError('NOT_FOUND', '试点报告和验收按市、县（区）办理，请切换到市、县（区）的岗位。')
}
