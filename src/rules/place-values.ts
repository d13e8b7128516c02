import { DomainError } from '../domain/shared/errors.ts'
import type { Standing } from '../domain/shared/standing.ts'
import type { Layer, Source } from './definition.ts'
import { checkLayer, jurisdictionChain } from './overlay.ts'
import { type Parsed, parseLayer } from './parse.ts'
import { makeRuleBook, type RuleBook } from './rule-book.ts'

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
  /** Named in every refusal. */
  readonly origin: string
}

export type WithPlaceValues = {
  readonly book: RuleBook
  /** What could not be used, one sentence each: its place keeps what the files say. */
  readonly faults: readonly string[]
}

/**
 * The book with what places approved in the database, by the same rules as files. Values of one place and
 * parameter are one layer together with its file; of the same day the later approval counts.
 * @param values oldest approval first
 */
export function withPlaceValues(book: RuleBook, values: readonly PlaceValue[]): WithPlaceValues {
  if (values.length === 0) return { book, faults: [] }
  const sources = withSources(book.sources, values)
  const faults: string[] = []
  const own = new Map<string, Layer>()
  for (const [key, group] of Map.groupBy(values, keyOf)) {
    const parsed = mergeLayer(book, group, sources)
    if (parsed.ok) own.set(key, parsed.value)
    else faults.push(...parsed.faults.map((fault) => `${group[0]?.origin ?? key}：${fault}`))
  }
  dropLoosening(book, own, faults)
  return { book: makeRuleBook(sources, book.parameters, layersWith(book, own)), faults }
}

/**
 * The same for values that are about to be approved.
 * @throws DomainError RULE_VIOLATED naming each value that loosens or touches what it must not
 */
export function requirePlaceValues(book: RuleBook, values: readonly PlaceValue[]): RuleBook {
  const { book: together, faults } = withPlaceValues(book, values)
  if (faults.length === 0) return together
  throw new DomainError('RULE_VIOLATED', `取值不能使用：${faults.join('；')}。请去掉这些内容后重试。`, {
    faults,
  })
}

function keyOf({ jurisdiction, parameter }: Pick<PlaceValue, 'jurisdiction' | 'parameter'>): string {
  return `${jurisdiction}/${parameter}`
}

/** A source brought along under an id that the files already list is the one of the files. */
function withSources(known: readonly Source[], values: readonly PlaceValue[]): Source[] {
  const all = new Map(known.map((source) => [source.id, source]))
  for (const { source } of values) if (!all.has(source.id)) all.set(source.id, source)
  return [...all.values()]
}

function mergeLayer(book: RuleBook, group: readonly PlaceValue[], sources: readonly Source[]): Parsed<Layer> {
  const [first] = group as [PlaceValue, ...PlaceValue[]]
  const file = book.layers.find((layer) => keyOf(layer) === keyOf(first))
  const entries = group.map(({ from, value, source, article, standing }) => [
    from,
    { value, source: { id: source.id, article }, standing, checked: { on: null, by: null } },
  ])
  const filed = (file?.values ?? []).map(({ from, ...entry }) => [from, entry])
  return parseLayer(
    first.origin,
    {
      parameter: first.parameter,
      jurisdiction: first.jurisdiction,
      values: Object.fromEntries([...filed, ...entries]),
    },
    sources,
  )
}

function layersWith(book: RuleBook, own: ReadonlyMap<string, Layer>): Layer[] {
  return [...book.layers.filter((layer) => !own.has(keyOf(layer))), ...own.values()]
}

/** From the wider place to the narrower, because what is above decides what is loose. */
function dropLoosening(book: RuleBook, own: Map<string, Layer>, faults: string[]): void {
  const width = ({ jurisdiction }: Layer) => jurisdictionChain(jurisdiction).length
  for (const layer of [...own.values()].sort((a, b) => width(a) - width(b))) {
    const definition = book.parameters.find(({ id }) => id === layer.parameter)
    const others = layersWith(book, own).filter(({ parameter }) => parameter === layer.parameter)
    const found = definition ? checkLayer(definition, layer, others) : [`没有参数 ${layer.parameter}`]
    if (found.length === 0) continue
    own.delete(keyOf(layer))
    faults.push(...found.map((fault) => `${layer.origin}：${fault}`))
  }
}
