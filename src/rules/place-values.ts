import { DomainError } from '../domain/shared/errors.ts'
import type { Standing } from '../domain/shared/standing.ts'
import type { Layer, Source } from './definition.ts'
import { type Parsed, parseLayer } from './parse.ts'
import { makeRuleBook, type RuleBook } from './rule-book.ts'
import { settleLayers } from './settle-layers.ts'

/** What a place approved for itself in the database: one parameter from one day on. */
export type PlaceValue = {
  readonly jurisdiction: string
  readonly parameter: string
  readonly from: string
  /** `null` ends what the place says for itself, as in a file. */
  readonly value: unknown
  /** Listed in `rules/sources.yaml`, or brought along, such as a blueprint. */
  readonly source: Source
  readonly article: string
  readonly standing: Standing
  /** No value begins before it, and nothing older is explained by it. */
  readonly approvedOn: string
  /** Named in every refusal. */
  readonly origin: string
}

export type WithPlaceValues = {
  readonly book: RuleBook
  /** What could not be used, one sentence each: its place keeps what it says otherwise, or what is above. */
  readonly faults: readonly string[]
}

/**
 * The book with what places approved in the database, by the same rules as files; never throws. Each value is
 * read by itself: one that cannot be used is left out and said, and no other value or year with it. Values of one
 * place and parameter are one layer together with its file; of the same day the later approval counts.
 * @param values oldest approval first
 */
export function withPlaceValues(book: RuleBook, values: readonly PlaceValue[]): WithPlaceValues {
  if (values.length === 0) return { book, faults: [] }
  const sources = withSources(book.sources, values)
  const faults: string[] = []
  const approved = values.flatMap((value): Layer[] => {
    const parsed = readValue(value, sources)
    if (parsed.ok) return [parsed.value]
    faults.push(...parsed.faults.map((fault) => `${value.origin}：${fault}`))
    return []
  })
  const layers = settleLayers(book, approved, faults)
  return { book: makeRuleBook(sources, book.parameters, layers), faults }
}

/**
 * The same for values that are about to be approved.
 * @throws DomainError RULE_VIOLATED naming each value that loosens or touches what it must not, and each place
 * below whose own value would be looser than it
 */
export function requirePlaceValues(book: RuleBook, values: readonly PlaceValue[]): RuleBook {
  const { book: together, faults } = withPlaceValues(book, values)
  if (faults.length === 0) return together
  throw new DomainError('RULE_VIOLATED', `取值不能使用：${faults.join('；')}。请去掉这些内容后重试。`, {
    faults,
  })
}

/** A source brought along under an id that the files already list is the one of the files. */
function withSources(known: readonly Source[], values: readonly PlaceValue[]): Source[] {
  const all = new Map(known.map((source) => [source.id, source]))
  for (const { source } of values) if (!all.has(source.id)) all.set(source.id, source)
  return [...all.values()]
}

/** By the reader of files, as a file with this one value. */
function readValue(given: PlaceValue, sources: readonly Source[]): Parsed<Layer> {
  const { origin, parameter, jurisdiction, from, value, source, article, standing, approvedOn } = given
  if (from < approvedOn) return { ok: false, faults: [`自 ${from} 起的取值早于审定之日（${approvedOn}）`] }
  const entry = { value, source: { id: source.id, article }, standing, checked: { on: null, by: null } }
  const parsed = parseLayer(origin, { parameter, jurisdiction, values: { [from]: entry } }, sources)
  if (!parsed.ok) return parsed
  const values = parsed.value.values.map((one) => ({ ...one, approvedOn }))
  return { ok: true, value: { ...parsed.value, values } }
}
