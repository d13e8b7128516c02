import type { Fen } from '../../../shared/money.ts'
import type { Prepared } from './prepare.ts'

/**
 * A higher score never gets less, all else equal.
 *
 * Items of one department with the same request, base and floor differ in nothing but score and ceiling. The
 * amounts they got are handed out again, the largest to the highest score. Where ceilings rise with scores,
 * that keeps every bound (the k-th largest amount is at most the k-th largest ceiling); where they do not, or
 * the item is undivided, only items with the same ceiling change places. The sum of a department stays, and the worth never
 * falls: base money is worth the same to all of them, and score money is worth most to the highest score.
 * Items equal in score too then share equally, down to one fen.
 * @param amounts_fen in the order of `prepared`
 */
export function orderByScore(prepared: readonly Prepared[], amounts_fen: readonly Fen[]): Fen[] {
  const amounts = [...amounts_fen]
  for (const group of groupsOf(prepared)) {
    const places = group.toSorted((one, other) => rankOf(prepared, one) - rankOf(prepared, other))
    const sorted = places.map((place) => amounts[place] ?? 0n).sort((a, b) => (a > b ? -1 : a < b ? 1 : 0))
    places.forEach((place, order) => {
      amounts[place] = sorted[order] ?? 0n
    })
    shareEqually(prepared, places, amounts)
  }
  return amounts
}

const rankOf = (prepared: readonly Prepared[], place: number) => prepared[place]?.rank ?? 0

/** Places of items that may change their amounts among each other. */
function groupsOf(prepared: readonly Prepared[]): number[][] {
  const alike = groupBy(
    prepared.flatMap((one, place) => (one.item.fixed_fen === null ? [place] : [])),
    (place) => keyOf(prepared[place] as Prepared),
  )
  return alike.flatMap((group) =>
    doCeilingsRise(prepared, group)
      ? [group]
      : groupBy(group, (place) => String(prepared[place]?.bounds.high_fen)),
  )
}

function keyOf({ item, bounds }: Prepared): string {
  const { departmentId, request_fen, base_fen } = item
  const kind = bounds.isEitherOr ? `whole ${bounds.high_fen}` : `divided ${bounds.low_fen}`
  return [departmentId, request_fen, base_fen, kind].join(' ')
}

function doCeilingsRise(prepared: readonly Prepared[], group: readonly number[]): boolean {
  const ceilings = group
    .toSorted((one, other) => rankOf(prepared, one) - rankOf(prepared, other))
    .map((place) => prepared[place]?.bounds.high_fen ?? 0n)
  return ceilings.every((ceiling, index) => index === 0 || (ceilings[index - 1] ?? 0n) >= ceiling)
}

/** Neighbours with the same score and ceiling get the mean; a remaining fen goes to the first. */
function shareEqually(prepared: readonly Prepared[], places: readonly number[], amounts: Fen[]): void {
  const equals = groupBy(
    places.filter((place) => prepared[place]?.bounds.isEitherOr === false),
    (place) => `${prepared[place]?.item.score_x100} ${prepared[place]?.bounds.high_fen}`,
  )
  for (const group of equals) {
    const count = BigInt(group.length)
    const total = group.reduce((sum, place) => sum + (amounts[place] ?? 0n), 0n)
    group.forEach((place, order) => {
      amounts[place] = total / count + (BigInt(order) < total % count ? 1n : 0n)
    })
  }
}

function groupBy(places: readonly number[], key: (place: number) => string): number[][] {
  const groups = new Map<string, number[]>()
  for (const place of places) {
    const group = groups.get(key(place))
    if (group) group.push(place)
    else groups.set(key(place), [place])
  }
  return [...groups.values()]
}
