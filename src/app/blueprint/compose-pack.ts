import {
  ANONYMOUS_RULE,
  makePack,
  type Pack,
  type PackCase,
  type PackIndicator,
  type PackLesson,
  type PackParameter,
  type PackParts,
  type PackRubric,
} from '../../domain/blueprint/index.ts'
import type { PilotBlueprintContent } from '../../domain/forms/contents.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { rowKey } from '../../domain/pilot/checks/index.ts'
import type { Hashes } from '../../domain/ledger/hash.ts'
import { noteOthers } from './note-others.ts'
import type { Offer } from './offer.ts'
import { shown } from './offer.ts'

type Issue = {
  readonly publisher: string
  readonly jurisdiction: string
  readonly publishedOn: string
  readonly hashes: Hashes
}

/** The pack a record describes: what it takes of what the pilots have today. */
export function composePack(content: PilotBlueprintContent, offer: Offer, issue: Issue): Pack {
  const { publisher, jurisdiction, publishedOn, hashes } = issue
  const places = new Set(
    (content.pilots ?? []).flatMap((row) => (row.isTaken ? (row.jurisdiction ?? []) : [])),
  )
  const pilots = offer.pilots.filter((pilot) => places.has(pilot.jurisdiction))
  return makePack(
    {
      name: content.name ?? '',
      version: content.blueprintVersion ?? '',
      purpose: content.purpose ?? '',
      publisher,
      jurisdiction,
      publishedOn,
      pilots,
    },
    partsOf(
      content,
      offer,
      pilots.map(({ place }) => place),
    ),
    hashes,
  )
}

function partsOf(content: PilotBlueprintContent, offer: Offer, places: readonly string[]): PackParts {
  const values = taken(content.values)
  const of = (part: string): PackParameter[] =>
    offer.values
      .filter(
        (one) => one.part === part && values.has(rowKey({ itemId: one.entry.id, text: shown(one.entry) })),
      )
      .map(({ entry }) => ({ ...entry, places: entry.places.filter((place) => places.includes(place)) }))
  const forms = taken(content.forms)
  const rubrics = taken(content.rubrics)
  return {
    forms: offer.forms.filter(({ id }) => forms.has(id)),
    parameters: of('parameters'),
    templates: of('templates'),
    calendars: of('calendars'),
    indicators: indicatorsOf(content, offer, places),
    rubrics: offer.rubrics
      .filter(({ itemId }) => rubrics.has(itemId))
      .map(({ entry, bases }) => rubricOfPlaces(entry, bases, places)),
    cases: casesOf(content),
    lessons: (content.lessons ?? []).flatMap(lessonOf),
  }
}

/** Where it was scored by among the pilots taken, and by which documents. */
function rubricOfPlaces(
  entry: PackRubric,
  bases: ReadonlyMap<string, string>,
  places: readonly string[],
): PackRubric {
  const own = [...bases].filter(([place]) => places.includes(place))
  const named = new Set(own.map(([, basis]) => basis))
  return { ...entry, place: own.map(([place]) => place).join('、'), basis: [...named].join('；') }
}

type Row = {
  readonly itemId?: string | null
  readonly text?: string | null
  readonly isTaken?: boolean | null
}

function taken(rows: readonly Row[] | null | undefined): ReadonlySet<string> {
  return new Set((rows ?? []).filter(({ isTaken }) => isTaken).map(rowKey))
}

/** What a place revised stands in place of what everybody has. */
function indicatorsOf(
  content: PilotBlueprintContent,
  offer: Offer,
  places: readonly string[],
): PackIndicator[] {
  const sectors = taken(content.sectors)
  const locals = taken(content.localIndicators)
  const own = offer.localIndicators
    .filter(({ itemId }) => locals.has(itemId))
    .map((one) => {
      const note = noteOthers(one, offer.localIndicators, places)
      const cited = note === '' ? one.entry.cited : `${one.entry.cited}（${note}）`
      return {
        ...one.entry,
        cited,
        revisedBy: one.places.filter((place) => places.includes(place)).join('、'),
      }
    })
  const revised = new Set(own.map(({ indicator }) => indicator.id))
  const common = offer.sectors
    .filter(({ itemId }) => sectors.has(itemId))
    .flatMap(({ indicators }) => indicators)
    .filter(({ indicator }) => !revised.has(indicator.id))
  return [...common, ...own].sort((a, b) => (a.indicator.id < b.indicator.id ? -1 : 1))
}

function casesOf({ cases }: PilotBlueprintContent): PackCase[] {
  const rows = (cases ?? []).filter(({ isTaken }) => isTaken)
  return [...Map.groupBy(rows, ({ caseTitle }) => caseTitle ?? '')].map(([title, stages]) => ({
    title,
    rule: ANONYMOUS_RULE,
    stages: stages.flatMap(({ stage, text }) => (stage ? [{ stage, text: text ?? '' }] : [])),
  }))
}

function lessonOf(row: NonNullable<PilotBlueprintContent['lessons']>[number]): readonly PackLesson[] {
  const { stage, problem, practice, figure, recordKind } = row
  if (!stage || !recordKind) return []
  return [
    {
      stage,
      problem: problem ?? '',
      practice: practice ?? '',
      figure: figure ?? '',
      trace: `试点项目的《${getRecordKind(recordKind).title}》`,
    },
  ]
}
