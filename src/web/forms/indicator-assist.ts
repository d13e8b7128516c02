import type { TargetsSheetIndicatorsRow } from '../../domain/forms/contents.ts'
import type { ContentRow } from '../../domain/forms/form.ts'
import {
  fillRow,
  guessSector,
  levelTitles,
  OPERATORS,
  plainText,
  sharedWords,
  type Suggestion,
  suggestIndicators,
} from '../../domain/indicators/index.ts'
import { indexesOf } from '../library-index.ts'
import type { Library } from '../shapes-rules.ts'
import { zh } from '../zh.ts'
import type { Assist, Proposal } from './assist.ts'

/**
 * Indicators of the library for the name column of a target sheet: same level and sector first.
 * @param field the table of indicators
 * @param names department, project and unit, which tell the sector
 * @param hasCostLevel whether the catalogue of the place has cost as a first level
 */
export function makeIndicatorAssist(
  field: string,
  library: Library,
  names: readonly (string | null | undefined)[],
  hasCostLevel?: boolean,
): Assist {
  const { active } = indexesOf(library)
  const sector = guessSector(library.sectors, names) ?? null
  return {
    field,
    column: 'name',
    retyped: (row, typed) => (isStillAbout(library, row['libraryId'], typed) ? {} : { libraryId: null }),
    find: (row, typed, rows) => {
      const own = row as TargetsSheetIndicatorsRow
      const wish = { level1: own.level1 ?? null, level2: own.level2 ?? null, sector }
      return suggestIndicators(active, typed, wish)
        .filter(({ indicator }) => !(indicator.id === own.libraryId && indicator.name === typed.trim()))
        .map((suggestion) =>
          proposalOf(suggestion, own, rows as readonly TargetsSheetIndicatorsRow[], hasCostLevel),
        )
    },
  }
}

/** A name changed a little still means the same indicator; one that shares no word with it does not. */
function isStillAbout(library: Library, libraryId: ContentRow[string] | undefined, typed: string): boolean {
  const known = library.items.find(({ id }) => id === libraryId)
  if (known === undefined) return true
  const plain = plainText(typed)
  return [known.name, ...known.synonyms].some((word) => sharedWords(plain, plainText(word)).length > 0)
}

function proposalOf(
  { indicator, why }: Suggestion,
  row: TargetsSheetIndicatorsRow,
  rows: readonly TargetsSheetIndicatorsRow[],
  hasCostLevel: boolean | undefined,
): Proposal {
  const [, level] = levelTitles(indicator.level1, indicator.level2)
  const sign = indicator.operator ? OPERATORS[indicator.operator] : ''
  return {
    id: indicator.id,
    title: indicator.name,
    detail: [level, `${sign} ${indicator.unit ?? ''}`.trim(), zh.library.like(indicator.example)]
      .filter((part) => part !== '')
      .join(' · '),
    why: why.join('；'),
    fill: fillRow(indicator, row, rows, hasCostLevel) as ContentRow,
    told: zh.library.taken(indicator.name),
  }
}
