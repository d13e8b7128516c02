import type { PilotBlueprintContent } from '../../domain/forms/contents.ts'

type Ticked = { readonly isTaken?: boolean | null }

/**
 * What of a record goes out with its publication: the rows that were ticked, with the places that were chosen.
 * The leaf of the ledger travels in the file, so whatever it holds is published.
 */
export function keepTaken(content: PilotBlueprintContent): PilotBlueprintContent {
  const pilots = ticked(content.pilots)
  const chosen = pilots.flatMap(({ place }) => place ?? [])
  const among = (places: string | null | undefined) =>
    (places ?? '')
      .split('、')
      .filter((place) => chosen.includes(place))
      .join('、')
  return {
    ...content,
    pilots,
    values: ticked(content.values).map((row) => ({ ...row, places: among(row.places) })),
    sectors: ticked(content.sectors),
    localIndicators: ticked(content.localIndicators).map(({ note: _note, ...row }) => ({
      ...row,
      place: among(row.place),
    })),
    rubrics: ticked(content.rubrics).map((row) => ({ ...row, place: among(row.place) })),
    forms: ticked(content.forms),
    cases: ticked(content.cases),
  }
}

function ticked<Row extends Ticked>(rows: readonly Row[] | null | undefined): readonly Row[] {
  return (rows ?? []).filter(({ isTaken }) => isTaken === true)
}
