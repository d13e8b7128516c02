import {
  PARAMETER_SHAPES,
  type ParameterId,
  type ParameterOf,
  type ParameterReader,
  type ParameterValues,
} from '../domain/rules/parameter-values.ts'
import { DomainError } from '../domain/shared/errors.ts'
import type { ParameterUse } from '../domain/shared/explanation.ts'
import type { DatedValue, Layer, ParameterDefinition, Source } from './definition.ts'
import { checkLayer, resolve } from './overlay.ts'
import { readValue } from './template.ts'

/** For which day, place and budget year the rules are asked. */
export type RuleMoment = {
  /** What a place decided after it is left aside, also where the budget year selects. */
  readonly date: string
  readonly jurisdiction: string
  /** Defaults to the year of `date`. */
  readonly fiscalYear?: number
}

/** All sources and dated parameters, and the way to the ones in force. */
export type RuleBook = {
  readonly sources: readonly Source[]
  readonly parameters: readonly ParameterDefinition[]
  readonly layers: readonly Layer[]
  /** The values in force; `value(id)` throws PARAMETER_NOT_IN_FORCE when there is none. */
  at(moment: RuleMoment): ParameterReader
  /** The same book with more local layers, e.g. those approved in the database. */
  withLayers(extra: readonly Layer[]): RuleBook
}

/**
 * Puts parameters and layers together.
 * @throws DomainError RULE_VIOLATED naming each layer that loosens or touches what it must not.
 */
export function makeRuleBook(
  sources: readonly Source[],
  parameters: readonly ParameterDefinition[],
  layers: readonly Layer[],
): RuleBook {
  refuseBadLayers(parameters, layers)
  const definitions = new Map(parameters.map((definition) => [definition.id, definition]))
  const layersOf = Map.groupBy(layers, (layer) => layer.parameter)
  const titles = new Map(sources.map((source) => [source.id, citeSource(source)]))

  function read<K extends ParameterId>(moment: RuleMoment, id: K): ParameterOf<K> {
    const definition = definitions.get(id)
    const day = definition?.selects === 'fiscal_year' ? yearStart(moment) : moment.date
    const layers = layersOf.get(id) ?? []
    const found = definition && resolve(definition, layers, moment.jurisdiction, day, moment.date)
    if (!definition || !found) throw notInForce(id, definition?.title, day)
    return {
      value: found.entry.value as ParameterValues[K],
      use: {
        ...citeValue(definition, found.entry, titles),
        ...(found.layer ? { jurisdiction: found.layer.jurisdiction } : {}),
      },
    }
  }

  /** Looked up once per moment: a recomputation asks for the same few values 100,000 times. */
  function readerAt(moment: RuleMoment): ParameterReader {
    const known = new Map<ParameterId, unknown>()
    return {
      value<K extends ParameterId>(id: K) {
        const parameter = (known.get(id) as ParameterOf<K> | undefined) ?? read(moment, id)
        known.set(id, parameter)
        return parameter
      },
    }
  }

  return {
    sources,
    parameters,
    layers,
    at: readerAt,
    withLayers: (extra) => makeRuleBook(sources, parameters, [...layers, ...extra]),
  }
}

/** How a document is cited: 《题名》(文号). */
export function citeSource(source: Source): string {
  const title = source.text === 'own' ? source.title : `《${source.title}》`
  return source.number === undefined ? title : `${title}（${source.number}）`
}

/** The citation of one dated value. */
export function citeValue(
  definition: ParameterDefinition,
  entry: DatedValue,
  titles: ReadonlyMap<string, string>,
): ParameterUse {
  return {
    id: definition.id,
    title: definition.title,
    value: readValue(definition.reads, entry.value),
    from: entry.from,
    sourceTitle: titles.get(entry.source.id) ?? entry.source.id,
    article: entry.source.article,
    standing: entry.standing,
    isChecked: entry.checked.on !== null && entry.checked.by !== null,
  }
}

function yearStart(moment: RuleMoment): string {
  return `${moment.fiscalYear ?? moment.date.slice(0, 4)}-01-01`
}

function refuseBadLayers(parameters: readonly ParameterDefinition[], layers: readonly Layer[]): void {
  const faults = layers.flatMap((layer) => {
    const definition = parameters.find((each) => each.id === layer.parameter)
    if (!definition) return [`${layer.origin}：没有参数 ${layer.parameter}`]
    const same = layers.filter((each) => each.parameter === layer.parameter)
    const twin = same.find((each) => each !== layer && overlaps(each, layer))
    const faults = checkLayer(definition, layer, same)
    if (twin) faults.push(`与 ${twin.origin} 规定了同一地区同一天起的取值`)
    return faults.map((fault) => `${layer.origin}:${fault}`)
  })
  if (faults.length > 0) {
    throw new DomainError('RULE_VIOLATED', `地方规则不能使用：${faults.join('；')}。请改正后重试。`, {
      faults,
    })
  }
}

function overlaps(one: Layer, other: Layer): boolean {
  return (
    one.jurisdiction === other.jurisdiction &&
    one.values.some((entry) => other.values.some(({ from }) => from === entry.from))
  )
}

function notInForce(id: string, title: string | undefined, day: string): DomainError {
  const name = title ?? (Object.hasOwn(PARAMETER_SHAPES, id) ? id : `未知参数 ${id}`)
  return new DomainError('PARAMETER_NOT_IN_FORCE', `“${name}”在 ${day} 没有有效取值，请先在“规则”中补充。`, {
    id,
    day,
  })
}
