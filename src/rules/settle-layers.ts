import type { DatedValue, Layer, ParameterDefinition } from './definition.ts'
import { findLooser, inForce, jurisdictionChain } from './overlay.ts'
import type { RuleBook } from './rule-book.ts'

/**
 * The layers of the files with those of single approved values, each place kept to what is above it. From the
 * wider place to the narrower, because what is above decides what is loose. A value that is looser from its first
 * day is left out, so that what the place said before goes on; one that became looser ends on that day, whether it
 * came from a file or was approved, and what is above holds from there.
 * @param approved one value each, oldest approval first
 * @param faults gets one sentence for each value left out or ended
 * @returns layers that `makeRuleBook` accepts
 */
export function settleLayers(book: RuleBook, approved: readonly Layer[], faults: string[]): Layer[] {
  const touched = Map.groupBy(approved, ({ parameter }) => parameter)
  const untouched = book.layers.filter(({ parameter }) => !touched.has(parameter))
  return [
    ...untouched,
    ...[...touched].flatMap(([parameter, own]) => {
      const filed = book.layers.filter((layer) => layer.parameter === parameter)
      const definition = book.parameters.find(({ id }) => id === parameter)
      if (definition && definition.overlay !== 'locked') return settle(definition, filed, own, faults)
      const why = definition ? `“${definition.title}”由上级统一规定，下级不能改动` : `没有参数 ${parameter}`
      faults.push(...own.map(({ origin }) => `${origin}：${why}`))
      return filed
    }),
  ]
}

function settle(
  definition: ParameterDefinition,
  filed: readonly Layer[],
  approved: readonly Layer[],
  faults: string[],
): Layer[] {
  const places = [...Map.groupBy([...filed, ...approved], ({ jurisdiction }) => jurisdiction).values()]
  const width = ([layer]: readonly Layer[]) => jurisdictionChain(layer?.jurisdiction ?? '').length
  const settled: Layer[] = []
  for (const own of places.sort((a, b) => width(a) - width(b))) {
    settled.push(...settlePlace(definition, { own, approved, wider: settled }, faults))
  }
  return settled
}

/** What was said of one day, the latest last. */
type Said = { readonly origin: string; readonly entry: DatedValue }

function settlePlace(
  definition: ParameterDefinition,
  {
    own,
    approved,
    wider,
  }: {
    readonly own: readonly Layer[]
    readonly approved: readonly Layer[]
    readonly wider: readonly Layer[]
  },
  faults: string[],
): Layer[] {
  const said = new Map<string, Said[]>()
  for (const { origin, values } of own) {
    for (const entry of values) said.set(entry.from, [...(said.get(entry.from) ?? []), { origin, entry }])
  }
  for (let isAsFiled = !own.some((layer) => approved.includes(layer)); ; isAsFiled = false) {
    const layer = layerOf(own, said)
    const [breach] = findLooser(definition, layer, wider)
    const entry = breach && inForce(layer.values, breach.day)
    const at = entry && said.get(entry.from)
    if (!breach || !entry || !at) return isAsFiled ? [...own] : layer.values.length > 0 ? [layer] : []
    faults.push(...breach.faults.map((fault) => `${at.at(-1)?.origin ?? layer.origin}：${fault}`))
    if (entry.from === breach.day) at.pop()
    else said.set(breach.day, [{ origin: layer.origin, entry: endOf(entry, breach.day, wider) }])
  }
}

/** The end of a value on a day, known since whoever is above decided what it gives way to. */
function endOf(entry: DatedValue, day: string, wider: readonly Layer[]): DatedValue {
  const decided = wider.flatMap(({ values }) =>
    values.flatMap(({ from, approvedOn }) => (from <= day && approvedOn !== undefined ? [approvedOn] : [])),
  )
  const approvedOn = [...decided, entry.approvedOn ?? ''].sort().at(-1) ?? ''
  return { ...entry, from: day, value: null, ...(approvedOn === '' ? {} : { approvedOn }) }
}

function layerOf(own: readonly Layer[], said: ReadonlyMap<string, readonly Said[]>): Layer {
  const values = [...said.values()].flatMap((of) => of.at(-1)?.entry ?? [])
  return {
    ...(own.at(-1) as Layer),
    values: values.sort((a, b) => (a.from < b.from ? -1 : 1)),
  }
}
