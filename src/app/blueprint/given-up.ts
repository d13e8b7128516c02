import type { PilotBlueprintUseContent } from '../../domain/forms/contents.ts'
import { blueprintUse } from '../../domain/pilot/index.ts'
import { findRecords } from '../../storage/record-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from '../records/record-data.ts'
import type { GivenUp } from './turn-back.ts'
import { takenKeys } from './taken.ts'

/**
 * What counts no more at a place, entry by entry: what approved decisions gave up of an adoption from their day on,
 * and everything of the one that is about to be given up.
 * @param undone the adoption
 * @param day from which it is given up
 * @returns by `entryKey` of the entry
 */
export async function readGivenUp(
  context: Context,
  undone: RecordData['record'],
  day: string,
): Promise<(key: string) => GivenUp> {
  const { jurisdictionId, id } = undone
  const uses = await findRecords(context.db, { jurisdictionId, kind: blueprintUse.kind })
  const undoings = uses
    .map((use) => ({ ...use, content: use.content as PilotBlueprintUseContent }))
    .filter(({ state, content }) => state === 'approved' && content.mode === 'undo')
  const putBack = new Set(undoings.map((use) => use.id))
  return (key) => ({
    isPutBack: (useId) => putBack.has(useId),
    isGivenUp: (useId, on) =>
      (useId === id && day <= on) ||
      undoings.some(
        ({ subjectId, content }) =>
          subjectId === useId && (content.effectiveFrom ?? '') <= on && takenKeys(content).includes(key),
      ),
  })
}
