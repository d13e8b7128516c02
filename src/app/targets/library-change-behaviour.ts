import type { TargetsLibraryChangeContent } from '../../domain/forms/contents.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { checkLibraryContent, checkLibraryLock, checkLibraryTwin } from '../../domain/targets/checks/index.ts'
import { libraryChange } from '../../domain/targets/index.ts'
import { findEntry, type LocalLibrary, readLocalLibrary } from '../indicators/local-library.ts'
import type { Context } from '../kernel/context.ts'
import { NOTHING_TO_SAY, type RecordBehaviour } from '../records/behaviour.ts'
import type { RecordData } from '../records/record-data.ts'

/** What the library says about a proposal: lock and version, fitness, twins. */
export const libraryChangeBehaviour: RecordBehaviour = {
  kind: libraryChange.kind,
  assess: async (context, data) => {
    const isOver = libraryChange.workflow.states[data.record.state]?.isFinal ?? false
    if (isOver) return NOTHING_TO_SAY
    const library = await readLocalLibrary(context, data.record.jurisdictionId)
    return { ...NOTHING_TO_SAY, findings: changeFindings(data, library) }
  },
}

export function changeFindings({ content }: RecordData, { entries }: LocalLibrary): Finding[] {
  const change = content as TargetsLibraryChangeContent
  const locked = checkLibraryLock(change, findEntry(entries, change.indicatorId))
  return [...locked, ...checkLibraryContent(change), ...checkLibraryTwin(change, entries)]
}

/** The same question as the page shows, asked once more before somebody proposes or decides. */
export async function askLibrary(context: Context, data: RecordData): Promise<Finding[]> {
  return changeFindings(data, await readLocalLibrary(context, data.record.jurisdictionId))
}
