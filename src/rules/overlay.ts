import type { DatedValue, Layer, ParameterDefinition } from './definition.ts'

/** Nation, region, city, county: `640181` → `['640000', '640100', '640181']`, widest first. */
export function jurisdictionChain(jurisdiction: string): string[] {
  const chain = [`${jurisdiction.slice(0, 2)}0000`, `${jurisdiction.slice(0, 4)}00`, jurisdiction]
  return [...new Set(chain)]
}

/**
 * The entry in force on a day, if that day is not after a `value: null`.
 * @param knownOn leaves out what was decided after this day
 */
export function inForce(
  values: readonly DatedValue[],
  day: string,
  knownOn?: string,
): DatedValue | undefined {
  let found: DatedValue | undefined
  for (const entry of values) {
    const isKnown = knownOn === undefined || (entry.approvedOn ?? '') <= knownOn
    if (isKnown && entry.from <= day && (!found || entry.from >= found.from)) found = entry
  }
  return found && found.value !== null ? found : undefined
}

/** What holds for a jurisdiction on a day: its own value, else its city's, the region's, the nation's. */
export function resolve(
  definition: ParameterDefinition,
  layers: readonly Layer[],
  jurisdiction: string,
  day: string,
  knownOn?: string,
): { readonly entry: DatedValue; readonly layer: Layer | undefined } | undefined {
  for (const code of jurisdictionChain(jurisdiction).toReversed()) {
    for (const layer of layers.filter((each) => each.jurisdiction === code)) {
      const entry = inForce(layer.values, day, knownOn)
      if (entry) return { entry, layer }
    }
  }
  const entry = inForce(definition.values, day, knownOn)
  return entry && { entry, layer: undefined }
}

/**
 * Whether a layer keeps to what the level above allows, on every day on which either changes.
 * @returns one sentence per breach
 */
export function checkLayer(
  definition: ParameterDefinition,
  layer: Layer,
  others: readonly Layer[],
): string[] {
  if (definition.overlay === 'locked') return [`“${definition.title}”由上级统一规定，下级不能改动`]
  return findLooser(definition, layer, others).flatMap(({ faults }) => faults)
}

/**
 * The days from which a layer is looser than what the level above says, earliest first; a day is one on which
 * either changes. Only for what may be tightened.
 */
export function findLooser(
  definition: ParameterDefinition,
  layer: Layer,
  others: readonly Layer[],
): { readonly day: string; readonly faults: readonly string[] }[] {
  if (definition.overlay === 'free') return []
  const above = jurisdictionChain(layer.jurisdiction).slice(0, -1)
  const wider = others.filter((each) => each !== layer && above.includes(each.jurisdiction))
  const days = [definition, ...wider, layer].flatMap(({ values }) => values.map((entry) => entry.from))
  return [...new Set(days)].sort().flatMap((day) => {
    const own = inForce(layer.values, day)
    const base = resolve(definition, wider, layer.jurisdiction, day)?.entry
    const faults = own && base ? looser(definition, base.value, own.value) : []
    return faults.length > 0 ? [{ day, faults: faults.map((fault) => `自 ${day} 起，${fault}`) }] : []
  })
}

/** Every figure must be equal or move the allowed way; figures without a direction must be equal. */
function looser(definition: ParameterDefinition, base: unknown, own: unknown): string[] {
  const flatBase = flatten(base)
  const flatOwn = flatten(own)
  const places = [...new Set([...Object.keys(flatBase), ...Object.keys(flatOwn)])]
  return places.flatMap((place) => {
    const before = flatBase[place]
    const after = flatOwn[place]
    if (before === after) return []
    const direction = definition.tighten[place]
    if (direction === undefined || typeof before !== 'number' || typeof after !== 'number') {
      return [`${place} 不能改动（上级为 ${before}，本级为 ${after}）`]
    }
    const isStricter = direction === 'lower' ? after < before : after > before
    const word = direction === 'lower' ? '低' : '高'
    return isStricter ? [] : [`${place} 只能比上级更${word}（上级为 ${before}，本级为 ${after}）`]
  })
}

function flatten(value: unknown, path = ''): Record<string, unknown> {
  if (value === null || typeof value !== 'object') return { [path]: value }
  return Object.assign(
    {},
    ...Object.entries(value).map(([k, v]) => flatten(v, path === '' ? k : `${path}.${k}`)),
  )
}
