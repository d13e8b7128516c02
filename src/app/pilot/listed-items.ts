import type { LostRecord, ProgressRecord } from '../../storage/cockpit-repository.ts'
import { countyReportItem, type ExaminedProject, projectItems } from './completeness.ts'

export type ListedRow = {
  readonly itemCode: string
  readonly projectName: string
  readonly item: string
  readonly isPresent: boolean
  readonly note: string
}

type Listed = {
  readonly projects: readonly ExaminedProject[]
  readonly records: readonly ProgressRecord[]
  readonly lost: readonly LostRecord[]
}

/**
 * What every place must have, project by project, stage by stage, then the reports. Agreement of figures is in
 * it where the projects were examined: in the acceptance's own list, not in ranking and score file, which
 * anybody can compute again from the states of records.
 */
export function listedItems({ projects, records, lost }: Listed): ListedRow[] {
  const pilots = projects.filter(({ isPilot }) => isPilot)
  const rows = [
    ...pilots.flatMap((project) =>
      projectItems(project).map((item) => ({ ...item, projectName: project.name.slice(0, 100) })),
    ),
    { ...countyReportItem(records, lost), projectName: '' },
  ]
  return rows.map(({ itemCode, projectName, item, isPresent, note }) => ({
    itemCode,
    projectName,
    item,
    isPresent,
    note: note.slice(0, 500),
  }))
}
