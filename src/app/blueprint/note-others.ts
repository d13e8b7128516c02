import type { LocalOffer } from './offer.ts'

/**
 * One indicator is one entry: who else among the pilots revised it, so that a reader knows there are other words.
 * @param places only these pilots are named; all when not given
 * @returns empty when nobody else did
 */
export function noteOthers(
  one: LocalOffer,
  offers: readonly LocalOffer[],
  places?: readonly string[],
): string {
  const others = offers.flatMap(({ itemId, entry, places: own, approvedOn }) => {
    const named = own.filter((place) => places?.includes(place) ?? true)
    const isOther = itemId !== one.itemId && entry.indicator.id === one.entry.indicator.id
    return isOther && named.length > 0 ? [`${named.join('、')}（${approvedOn}审定）`] : []
  })
  return others.length === 0 ? '' : `另有修订未取用：${others.join('、')}`
}
