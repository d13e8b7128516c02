import type { ExanteRubricContent, PilotBlueprintUsePartsRow } from '../../domain/forms/contents.ts'
import type { LibraryChangeKind, LibraryIndicator } from '../../domain/indicators/index.ts'
import type { PlaceValue } from '../../rules/index.ts'

/** A version an indicator gets here; without an id it is a new one of the place. */
export type IndicatorChange = {
  readonly id: string | undefined
  readonly change: LibraryChangeKind
  readonly indicator: LibraryIndicator
}

/** From its own day, else from the day chosen. */
export type OfferedValue = Omit<PlaceValue, 'from'> & { readonly from?: string }

/** What a place may take over or give up, entry by entry, and what each would put in force. */
export type Proposal = {
  /** Only what differs, by `entryKey`. */
  readonly rows: ReadonlyMap<string, PilotBlueprintUsePartsRow>
  readonly sameCount: number
  readonly values: ReadonlyMap<string, readonly OfferedValue[]>
  readonly indicators: ReadonlyMap<string, IndicatorChange>
  /** From their own day, else from the day chosen. */
  readonly rubrics: ReadonlyMap<string, readonly ExanteRubricContent[]>
}

/** One entry compared: nothing when it is the same here. */
export type Compared = {
  readonly row: PilotBlueprintUsePartsRow
  readonly values?: readonly OfferedValue[]
  readonly indicator?: IndicatorChange
  readonly rubrics?: readonly ExanteRubricContent[]
}

/** Room in a row of the form. */
const ROOM = { title: 100, text: 4000, why: 500 } as const

/** A row of the form; what can be taken is ticked, because that is what a blueprint is loaded for. */
export function rowOf(
  row: Required<Pick<PilotBlueprintUsePartsRow, 'part' | 'itemId' | 'outcome'>> & {
    readonly title: string
    readonly currentText: string
    readonly proposedText: string
    readonly why: string
  },
): PilotBlueprintUsePartsRow {
  return {
    ...row,
    title: row.title.slice(0, ROOM.title),
    currentText: row.currentText.slice(0, ROOM.text),
    proposedText: row.proposedText.slice(0, ROOM.text),
    why: row.why.slice(0, ROOM.why),
    isTaken: row.outcome !== 'kept',
  }
}
