import type { MilestoneLine, PlaceAccount } from '../../../domain/pilot/compute/index.ts'
import type { Milestone } from '../../../domain/pilot/compute/index.ts'
import type { JurisdictionProgress } from '../../../storage/cockpit-repository.ts'
import { completenessRows } from '../acceptance-behaviour.ts'
import { placeMilestones } from './place-milestones.ts'

/**
 * What the ranking asks of each place; places without a pilot project are left out.
 * @param accepted_x100 points of the finished acceptance by place
 */
export function placeAccounts(
  places: readonly JurisdictionProgress[],
  given: {
    readonly milestones: readonly Milestone[]
    readonly today: string
    readonly accepted_x100: ReadonlyMap<string, number>
  },
): PlaceAccount[] {
  return places
    .filter(({ projects }) => projects.some(({ isPilot }) => isPilot))
    .map((place) => {
      const pilots = place.projects.filter(({ isPilot }) => isPilot)
      const rows = completenessRows(place)
      const { lines } = placeMilestones(place, given.milestones, given.today)
      const due = lines.filter(({ to }) => to < given.today)
      const paid = pilots.flatMap(({ paid_fen }) => paid_fen ?? [])
      return {
        id: place.id,
        name: place.name,
        present: rows.filter(({ isPresent }) => isPresent).length,
        items: rows.length,
        due: due.length,
        inTime: due.filter(isInTime).length,
        budget_fen: sumText(pilots.map(({ budget_fen }) => budget_fen)),
        paid_fen: paid.length === 0 ? null : sumText(paid),
        lights: pilots.flatMap(({ light }) => light ?? []),
        accepted_x100: given.accepted_x100.get(place.id) ?? null,
      }
    })
}

function isInTime({ state, days }: MilestoneLine): boolean {
  return state === 'done' && days === 0
}

function sumText(amounts: readonly string[]): string {
  return amounts.reduce((sum, amount) => sum + BigInt(amount), 0n).toString()
}
