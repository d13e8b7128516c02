import { parse } from 'yaml'
import { DomainError } from '../domain/shared/errors.ts'
import type { Layer } from './definition.ts'
import { parseLayer } from './parse.ts'
import { makeRuleBook, type RuleBook } from './rule-book.ts'

/** A rule book as it would be with one more layer, and what that layer is about. */
export type Trial = { readonly book: RuleBook; readonly layer: Layer }

/**
 * The book with a candidate layer in place of what its jurisdiction says now, as if its newest value had
 * been in force since the first day of a year. The candidate keeps to the same rules as a real layer:
 * shape, source, what the parameter allows below.
 * @param text a file of the shape of `rules/overlays/**.yaml`
 * @param given.jurisdiction for which place, where the text does not say
 * @throws DomainError INVALID_INPUT when it cannot be read; RULE_VIOLATED when it loosens what it must not
 */
export function makeTrial(
  book: RuleBook,
  text: string,
  given: { readonly year: number; readonly jurisdiction?: string | undefined },
): Trial {
  const raw = readText(text)
  const parsed = parseLayer('试算', { jurisdiction: given.jurisdiction, ...raw }, book.sources)
  if (!parsed.ok) {
    throw new DomainError(
      'INVALID_INPUT',
      `试算的取值不能使用：${parsed.faults.join('；')}。请改正后重试。`,
      {
        faults: parsed.faults,
      },
    )
  }
  const newest = parsed.value.values.findLast(({ value }) => value !== null)
  if (!newest) throw new DomainError('INVALID_INPUT', '试算的文件中没有取值，请写明 value 后重试。')
  const layer = { ...parsed.value, values: [{ ...newest, from: `${given.year}-01-01` }] }
  const others = book.layers.filter(
    (each) => each.parameter !== layer.parameter || each.jurisdiction !== layer.jurisdiction,
  )
  return { book: makeRuleBook(book.sources, book.parameters, [...others, layer]), layer }
}

function readText(text: string): Readonly<Record<string, unknown>> {
  try {
    const raw: unknown = parse(text, { maxAliasCount: 20 })
    if (raw !== null && typeof raw === 'object' && !Array.isArray(raw)) return raw as Record<string, unknown>
  } catch {
    // Said below: whatever is wrong with it, it is no file of this shape.
  }
  throw new DomainError('INVALID_INPUT', '试算的文件无法读取，请按地方规则文件（YAML）的格式填写。')
}
