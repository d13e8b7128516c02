import { plainText } from './runs.ts'
import { COMMON, type LibraryIndicator } from './indicator.ts'
import { levelTitles } from './levels.ts'
import { type ReadLevels, readLevels } from './read-level.ts'
import { suggestIndicators } from './suggest.ts'
import type { SuggestIndex } from './suggest-index.ts'

/** A row of a table as far as it was read; levels as codes of the form or as printed. */
export type WeakRow = {
  readonly name: string
  readonly level1?: string | null
  readonly level2?: string | null
  readonly targetText?: string | null
  readonly sector?: string | null
}

export type BetterExample = {
  readonly indicator: LibraryIndicator
  /** The example as it would stand in the table: `项目验收合格率 =100%`. */
  readonly text: string
  readonly why: string
}

/** A name this near is about the same thing; under another first level it must be nearly the same name. */
const NEAR = 0.55
const SAME = 0.95

/**
 * A well-made indicator to put beside a weak one: the nearest of the library by name, else a common
 * one of the same second level; nothing when the row says neither.
 */
export function findBetterExample(index: SuggestIndex, row: WeakRow): BetterExample | undefined {
  const levels = readLevels(row.level1, row.level2)
  const name = stripped(row.name)
  const wish = { ...levels, sector: row.sector ?? null, limit: 5 }
  const near = suggestIndicators(index, name, wish).find(
    ({ indicator, coverage }) =>
      coverage >= (!levels.level1 || indicator.level1 === levels.level1 ? NEAR : SAME),
  )
  if (near) return saysTheSame(near.indicator, row) ? undefined : present(near.indicator, near.why.join('；'))
  const same = sameLevel(index, levels, row)
  if (!same) return undefined
  const [, title] = levelTitles(same.indicator.level1, same.indicator.level2)
  return present(same.indicator, `没有名称相近的指标，这是${same.from}常用的${title}`)
}

/** 指标1: prefixes, stars and printed targets are no part of what is measured. */
function stripped(name: string): string {
  return name
    .replace(/^[★*\s]*(指标\d*[:：]?)?/, '')
    .replace(/[（(][^（）()]*[*≥≤>=<][^（）()]*[）)]/g, '')
    .trim()
}

function saysTheSame(indicator: LibraryIndicator, { name, targetText }: WeakRow): boolean {
  return (
    plainText(indicator.name) === plainText(name) &&
    plainText(indicator.example) === plainText(targetText ?? '')
  )
}

function sameLevel(
  index: SuggestIndex,
  { level1, level2 }: ReadLevels,
  row: WeakRow,
): { readonly indicator: LibraryIndicator; readonly from: string } | undefined {
  if (!level2) return undefined
  const fits = (indicator: LibraryIndicator) =>
    indicator.level1 === level1 && indicator.level2 === level2 && !saysTheSame(indicator, row)
  const own = index.indicators.find((indicator) => indicator.sector === row.sector && fits(indicator))
  if (own) return { indicator: own, from: index.sectorTitles.get(own.sector) ?? '本行业' }
  const common = index.indicators.find((indicator) => indicator.sector === COMMON && fits(indicator))
  return common && { indicator: common, from: '各行业' }
}

function present(indicator: LibraryIndicator, why: string): BetterExample {
  return { indicator, text: `${indicator.name} ${indicator.example}`, why }
}
