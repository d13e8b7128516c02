/** What others may use of this room: the rule book, its loader and the catalogue. */
export type { DatedValue, Layer, ParameterDefinition, Source } from './definition.ts'
export { OVERLAY_MODES, SELECTORS, STANDINGS } from './definition.ts'
export { type LoadOptions, loadRules } from './load-rules.ts'
export { jurisdictionChain } from './overlay.ts'
export { type Parsed, parseLayer } from './parse.ts'
export { citeSource, makeRuleBook, type RuleBook, type RuleMoment } from './rule-book.ts'
export { type Division, loadDivisions } from './load-divisions.ts'
export { loadForms } from './load-forms.ts'
