import { createHash } from 'node:crypto'
import type {
  PackForm,
  PackIndicator,
  PackParameter,
  PackRubric,
  PackPilot,
} from '../../domain/blueprint/index.ts'
import { countUsage, plainIndicator, type UsedIndicator } from '../../domain/indicators/index.ts'
import { canonicalJson } from '../../domain/ledger/canonical-json.ts'
import type { BlueprintTable, BlueprintTruth } from '../../domain/pilot/checks/index.ts'
import { rowKey } from '../../domain/pilot/checks/index.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import {
  type AcceptedPilot,
  countPilotRecords,
  findAcceptedPilots,
  findPilotIndicators,
} from '../../storage/blueprint-repository.ts'
import { rubricAt } from '../exante/index.ts'
import { citedOf, readLocalLibrary } from '../indicators/local-library.ts'
import type { Context } from '../kernel/context.ts'
import { readNow } from './compare-values.ts'
import { partOfParameter } from './part-of-parameter.ts'

export type ValueOffer = {
  readonly part: 'parameters' | 'templates' | 'calendars'
  readonly entry: PackParameter
}
export type SectorOffer = {
  readonly itemId: string
  readonly title: string
  readonly indicators: readonly PackIndicator[]
  readonly uses: number
}
export type LocalOffer = {
  readonly itemId: string
  readonly entry: PackIndicator
  /** Pilots whose library says so: the place that revised it, or those under a city or region that did. */
  readonly places: readonly string[]
  readonly approvedOn: string
}
export type RubricOffer = {
  readonly itemId: string
  readonly title: string
  readonly entry: PackRubric
  /** Place → the document it goes by there. */
  readonly bases: ReadonlyMap<string, string>
}

/** Everything the accepted pilots have that a blueprint may take. */
export type Offer = {
  readonly pilots: readonly PackPilot[]
  readonly values: readonly ValueOffer[]
  readonly sectors: readonly SectorOffer[]
  readonly localIndicators: readonly LocalOffer[]
  readonly rubrics: readonly RubricOffer[]
  readonly forms: readonly PackForm[]
}

/** Collects it as it stands today. */
export async function collectOffer(context: Context): Promise<Offer> {
  const accepted = await findAcceptedPilots(context.db)
  const pilots = accepted.map(pilotOf)
  const library = await offerIndicators(context, pilots)
  return {
    pilots,
    values: offerValues(context, pilots),
    ...library,
    rubrics: await offerRubrics(context, pilots),
    forms: await offerForms(context, pilots),
  }
}

function pilotOf({ jurisdictionId, place, acceptedAt, documentNumber }: AcceptedPilot): PackPilot {
  return {
    place,
    jurisdiction: jurisdictionId,
    acceptedOn: dayOf(acceptedAt),
    documentNumber: documentNumber ?? '—',
  }
}

/** Equal values of several pilots are one entry. */
function offerValues(context: Context, pilots: readonly PackPilot[]): ValueOffer[] {
  return context.rules.parameters.flatMap(({ id, title, unit }) => {
    const part = partOfParameter(id)
    if (part === undefined) return []
    const found = pilots.flatMap(({ jurisdiction, place }) => {
      const now = readNow(context.rules, id, { jurisdiction, today: context.today })
      return now ? [{ ...now, place }] : []
    })
    const groups = Map.groupBy(found, ({ value }) => canonicalJson(value))
    return [...groups.values()].flatMap((group) => {
      const [first] = group
      if (!first) return []
      const { value, use } = first
      const entry: PackParameter = {
        id,
        title,
        unit,
        value,
        text: use.value,
        from: use.from,
        sourceTitle: use.sourceTitle,
        article: use.article ?? '—',
        standing: use.standing,
        isChecked: use.isChecked,
        places: group.map(({ place }) => place),
      }
      return [{ part, entry }]
    })
  })
}

async function offerIndicators(
  context: Context,
  pilots: readonly PackPilot[],
): Promise<Pick<Offer, 'sectors' | 'localIndicators'>> {
  const codes = pilots.map(({ jurisdiction }) => jurisdiction)
  const used = await findPilotIndicators(context.db, codes)
  const base = context.library.indicators.map((one) => ({
    ...one,
    status: 'active' as const,
    setBy: null,
    approvedOn: null,
    isBehind: false,
  }))
  const uses = countUsage(base, used)
  const sectors = context.library.sectors.map(({ id, title }) => {
    const own = context.library.indicators.filter(({ sector }) => sector === id)
    return {
      itemId: id,
      title,
      uses: own.reduce((sum, one) => sum + (uses.get(one.id) ?? 0), 0),
      indicators: own.map((indicator) => ({
        indicator,
        cited: citedOf(context, indicator),
        revisedBy: null,
        uses: uses.get(indicator.id) ?? 0,
      })),
    }
  })
  return { sectors, localIndicators: await offerLocalIndicators(context, pilots, used) }
}

/** What pilots added or revised, the newest accepted first; what a city or region set is one entry for all. */
async function offerLocalIndicators(
  context: Context,
  pilots: readonly PackPilot[],
  used: readonly UsedIndicator[],
): Promise<LocalOffer[]> {
  const found: (Omit<LocalOffer, 'places'> & { readonly place: string })[] = []
  for (const { jurisdiction, place } of pilots) {
    const { entries } = await readLocalLibrary(context, jurisdiction)
    const counted = countUsage(entries, used)
    for (const entry of entries) {
      if (entry.setBy === null || entry.status === 'retired') continue
      const indicator = plainIndicator(entry)
      const [cited, uses] = [citedOf(context, entry), counted.get(entry.id) ?? 0]
      found.push({
        itemId: `${indicator.id}@${entry.setBy}`,
        place,
        approvedOn: entry.approvedOn ?? '',
        entry: { indicator, cited, revisedBy: place, uses },
      })
    }
  }
  const offers = [...Map.groupBy(found, ({ itemId }) => itemId).values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { place: _place, ...offer } = first
    return [{ ...offer, places: group.map(({ place }) => place) }]
  })
  return offers.sort((a, b) => (a.approvedOn === b.approvedOn ? 0 : a.approvedOn < b.approvedOn ? 1 : -1))
}

async function offerRubrics(context: Context, pilots: readonly PackPilot[]): Promise<RubricOffer[]> {
  const found: (Omit<RubricOffer, 'bases'> & { readonly place: string; readonly basis: string })[] = []
  for (const { jurisdiction, place } of pilots) {
    for (const subject of ['project', 'policy'] as const) {
      const rubric = await rubricAt(context, { jurisdictionId: jurisdiction, subject, at: context.now })
      const names = new Map<string, string>(rubric.items.map((one) => [one.dimension, one.dimensionLabel]))
      const entry: PackRubric = {
        subject,
        place,
        effectiveFrom: null,
        basis: rubric.basis,
        dimensions: [
          ...[...names].map(([code, name]) => ({ code, name })),
          { code: 'AFF', name: rubric.affordabilityLabel },
        ],
        items: rubric.items.map(({ dimension, itemCode, item, weight_x100 }) => ({
          dimension,
          itemCode,
          item,
          weight_x100,
        })),
      }
      const content = canonicalJson([entry.dimensions, entry.items])
      const digest = createHash('sha256').update(content).digest('hex').slice(0, 8)
      found.push({ itemId: `${subject}/${digest}`, title: rubric.title, entry, place, basis: rubric.basis })
    }
  }
  return [...Map.groupBy(found, ({ itemId }) => itemId).values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { place: _place, basis: _basis, ...offer } = first
    return [{ ...offer, bases: new Map(group.map(({ place, basis }) => [place, basis])) }]
  })
}

async function offerForms(context: Context, pilots: readonly PackPilot[]): Promise<PackForm[]> {
  const counts = await countPilotRecords(
    context.db,
    pilots.map(({ jurisdiction }) => jurisdiction),
  )
  const uses = new Map<string, number>()
  for (const [kind, count] of counts) {
    const { form } = getRecordKind(kind)
    uses.set(form, (uses.get(form) ?? 0) + count)
  }
  return [...uses]
    .flatMap(([id, count]) => {
      const definition = context.forms.get(id)
      return definition ? [{ id, title: definition.title, uses: count, definition }] : []
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** What the rows of the form are compared with. */
export function offeredOf(offer: Offer): BlueprintTruth['offered'] {
  const every = offer.pilots.map(({ place }) => place)
  const tables: Record<BlueprintTable, (readonly [string, readonly string[]])[]> = {
    values: offer.values.map(({ entry }) => [rowKey({ itemId: entry.id, text: shown(entry) }), entry.places]),
    sectors: offer.sectors.map(({ itemId }) => [itemId, every]),
    localIndicators: offer.localIndicators.map(({ itemId, places }) => [itemId, places]),
    rubrics: offer.rubrics.map(({ itemId, bases }) => [itemId, [...bases.keys()]]),
    forms: offer.forms.map(({ id }) => [id, every]),
  }
  return {
    values: new Map(tables.values),
    sectors: new Map(tables.sectors),
    localIndicators: new Map(tables.localIndicators),
    rubrics: new Map(tables.rubrics),
    forms: new Map(tables.forms),
  }
}

/** Room in a row of the form. */
const TEXT_MAX = 4000

/** A value as the row shows it. */
export function shown({ text }: Pick<PackParameter, 'text'>): string {
  return text.slice(0, TEXT_MAX)
}
