import type { PilotBlueprintContent } from '../../domain/forms/contents.ts'
import { noteOthers } from './note-others.ts'
import { type Offer, shown } from './offer.ts'

/**
 * The rows a blueprint begins with: everything offered, and of what differs from place to place one ticked, the most
 * widespread value and the indicator accepted last.
 */
export function startOf(offer: Offer): PilotBlueprintContent {
  const variants = Map.groupBy(offer.values, ({ entry }) => entry.id)
  const widest = (id: string) =>
    [...(variants.get(id) ?? [])].sort((a, b) => b.entry.places.length - a.entry.places.length)[0]
  const rubrics = Map.groupBy(offer.rubrics, ({ entry }) => entry.subject)
  const revisions = Map.groupBy(offer.localIndicators, ({ entry }) => entry.indicator.id)
  return {
    name: '预算绩效规范管理蓝本',
    pilots: offer.pilots.map((pilot) => ({ ...pilot, isTaken: true })),
    values: offer.values.map((one) => ({
      part: one.part,
      itemId: numberedId(one.entry.id, variants.get(one.entry.id)?.indexOf(one) ?? 0),
      title: one.entry.title,
      text: shown(one.entry),
      places: one.entry.places.join('、').slice(0, 500),
      cited: `${one.entry.sourceTitle} ${one.entry.article}`.slice(0, 1000),
      standing: one.entry.standing,
      isTaken: widest(one.entry.id) === one,
    })),
    sectors: offer.sectors.map(({ itemId, title, indicators, uses }) => ({
      itemId,
      title,
      indicators: indicators.length,
      uses,
      isTaken: uses > 0 || itemId === 'common',
    })),
    localIndicators: offer.localIndicators.map((one) => ({
      itemId: one.itemId,
      title: one.entry.indicator.name.slice(0, 100),
      place: one.places.join('、').slice(0, 300),
      cited: one.entry.cited.slice(0, 300),
      note: noteOthers(one, offer.localIndicators).slice(0, 300),
      isTaken: revisions.get(one.entry.indicator.id)?.[0] === one,
    })),
    rubrics: offer.rubrics.map((one) => ({
      itemId: one.itemId,
      title: one.title.slice(0, 100),
      place: [...one.bases.keys()].join('、').slice(0, 300),
      lines: one.entry.items.length,
      isTaken: rubrics.get(one.entry.subject)?.[0] === one,
    })),
    forms: offer.forms.map(({ id, title, uses }) => ({ itemId: id, title, uses, isTaken: true })),
  }
}

function numberedId(id: string, index: number): string {
  return index === 0 ? id : `${id}#${index + 1}`
}
