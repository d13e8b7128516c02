import { CHECKS } from '../domain/checks.ts'
import { COMPUTES } from '../domain/computes.ts'
import { GATES } from '../domain/gates.ts'
import type { RuleHeader } from '../domain/shared/rule-header.ts'
import type { DatedValue, Layer, ParameterDefinition, Standing } from './definition.ts'
import { citeSource, citeValue, type RuleBook } from './rule-book.ts'

/** Every rule of the product, by its ID: collected from the title blocks beside the functions. */
export const RULE_HEADERS: readonly RuleHeader[] = [...COMPUTES, ...CHECKS, ...GATES].sort((a, b) =>
  a.id.localeCompare(b.id, 'en'),
)

/** One parameter with its whole history, national and local. */
export type ParameterEntry = {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly selects: ParameterDefinition['selects']
  readonly overlay: ParameterDefinition['overlay']
  readonly note: string | null
  readonly values: readonly ParameterEntryValue[]
  /** Rules that read it. */
  readonly usedBy: readonly string[]
}

export type ParameterEntryValue = {
  readonly from: string
  /** How it reads in Chinese; `null` where the validity ends. */
  readonly text: string | null
  readonly sourceId: string
  readonly sourceTitle: string
  readonly sourceUrl: string | null
  readonly article: string
  readonly standing: Standing
  readonly isChecked: boolean
  /** `null` for the national value. */
  readonly jurisdiction: string | null
  readonly isExample: boolean
}

/** Every parameter with every dated value, for the page 规则 and the printed catalogue. */
export function listParameters(book: RuleBook): ParameterEntry[] {
  const titles = new Map(book.sources.map((source) => [source.id, citeSource(source)]))
  const urls = new Map(book.sources.map((source) => [source.id, source.url ?? null]))
  return book.parameters.map((definition) => {
    const layers = book.layers.filter((layer) => layer.parameter === definition.id)
    const entryOf = (entry: DatedValue, layer: Layer | null): ParameterEntryValue => {
      const use = citeValue(definition, entry, titles)
      return {
        from: entry.from,
        text: entry.value === null ? null : use.value,
        sourceId: entry.source.id,
        sourceTitle: use.sourceTitle,
        sourceUrl: urls.get(entry.source.id) ?? null,
        article: use.article,
        standing: entry.standing,
        isChecked: use.isChecked,
        jurisdiction: layer?.jurisdiction ?? null,
        isExample: layer?.isExample ?? false,
      }
    }
    return {
      id: definition.id,
      title: definition.title,
      unit: definition.unit,
      selects: definition.selects,
      overlay: definition.overlay,
      note: definition.note ?? null,
      values: [
        ...definition.values.map((entry) => entryOf(entry, null)),
        ...layers.flatMap((layer) => layer.values.map((entry) => entryOf(entry, layer))),
      ],
      usedBy: RULE_HEADERS.filter((rule) => rule.parameters?.includes(definition.id)).map((rule) => rule.id),
    }
  })
}
