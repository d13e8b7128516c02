import type { JurisdictionProgress } from '../../storage/cockpit-repository.ts'
import { countyReportItem, projectItems } from './completeness.ts'

export type ListedRow = {
  readonly itemCode: string
  readonly projectName: string
  readonly item: string
  readonly isPresent: boolean
  readonly note: string
}

/**
 * The records every place must have, project by project, stage by stage, then the reports: what the ranking
 * counts and what the score file lets anybody compute again.
 */
export function listedItems(progress: JurisdictionProgress): ListedRow[] {
  const pilots = progress.projects.filter(({ isPilot }) => isPilot)
  const rows = [
    ...pilots.flatMap((project) =>
      projectItems(project).map((item) => ({ ...item, projectName: project.name.slice(0, 100) })),
    ),
    { ...countyReportItem(progress.records), projectName: '' },
  ]
  return rows.map(({ itemCode, projectName, item, isPresent, note }) => ({
    itemCode,
    projectName,
    item,
    isPresent,
    note: note.slice(0, 500),
  }))
}
