import type { JurisdictionProgress, ProjectProgress } from '../../storage/cockpit-repository.ts'
import { type CompletenessItem, countyReportItem, projectItems } from './completeness.ts'

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
  return rowsOfItems(
    progress,
    pilotsOf(progress).map((pilot) => projectItems(pilot)),
  )
}

export function pilotsOf({ projects }: JurisdictionProgress): ProjectProgress[] {
  return projects.filter(({ isPilot }) => isPilot)
}

/** @param lists the items of each pilot project, in their order */
export function rowsOfItems(
  progress: JurisdictionProgress,
  lists: readonly (readonly CompletenessItem[])[],
): ListedRow[] {
  const names = pilotsOf(progress).map(({ name }) => name.slice(0, 100))
  const rows = [
    ...lists.flatMap((list, index) => list.map((item) => ({ ...item, projectName: names[index] ?? '' }))),
    { ...countyReportItem(progress), projectName: '' },
  ]
  return rows.map(({ itemCode, projectName, item, isPresent, note }) => ({
    itemCode,
    projectName,
    item,
    isPresent,
    note: note.slice(0, 500),
  }))
}
