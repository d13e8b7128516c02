/** What others may use of the indicator library's pure part. */
export { type BetterExample, findBetterExample, type WeakRow } from './better-example.ts'
export { checkIndicator, NO_UNIT } from './check-indicator.ts'
export { guessSector } from './guess-sector.ts'
export {
  BASES,
  COMMON,
  COUNTS,
  EVIDENCE_CLASSES,
  FREQUENCIES,
  type IndicatorKind,
  type IndicatorLibrary,
  type IndicatorOperator,
  KINDS,
  type LibraryIndicator,
  OBTAINING,
  OPERATORS,
  type Sector,
} from './indicator.ts'
export { isCost, isLevelPair, LEVELS, type Level1, levelTitles } from './levels.ts'
export { readLevels } from './read-level.ts'
export { plainText, runsOf } from './runs.ts'
export { type SuggestWish, type Suggestion, sharedWords, suggestIndicators } from './suggest.ts'
export { buildSuggestIndex, type SuggestIndex } from './suggest-index.ts'
export * from './catalogue.ts'
export { fillRow } from './fill-row.ts'
export {
  activeOf,
  CHANGES,
  type LibraryChangeKind,
  type LibraryEntry,
  type LocalVersion,
  nextLocalId,
  plainIndicator,
  resolveLibrary,
} from './resolve-library.ts'
export { type RevisionReason, revisionReasonOf, tellEvaluation } from './revision-reason.ts'
export { countUsage, findInLibrary, type UsedIndicator } from './usage.ts'
