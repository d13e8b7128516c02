import type { PilotBlueprintUseContent } from '../../domain/forms/contents.ts'
import { entryKey } from '../../domain/pilot/checks/index.ts'
import type { PlaceValue } from '../../rules/index.ts'
import type { Proposal } from './proposal.ts'

/** What is ticked, by `entryKey`. */
export function takenKeys({ parts }: PilotBlueprintUseContent): string[] {
  return (parts ?? []).filter(({ isTaken }) => isTaken).map(entryKey)
}

/** The values of the rows that are ticked, from the day chosen where they have none of their own. */
export function takenValues(content: PilotBlueprintUseContent, proposal: Proposal): PlaceValue[] {
  const from = content.effectiveFrom
  if (!from) return []
  return takenKeys(content).flatMap((key) =>
    (proposal.values.get(key) ?? []).map((value) => ({ from, ...value })),
  )
}
