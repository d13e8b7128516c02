import { STAGES } from '../workflow/record-kind.ts'
import type { Explanation, ExplanationInput, ExplanationSource, Parameter } from './explanation.ts'
import type { Severity } from './finding.ts'

/** How the catalogue groups rules: by stage, and those of the table doctor, which belongs to none. */
export const RULE_GROUPS = { ...STAGES, doctor: '表格体检' } as const
export type RuleGroup = keyof typeof RULE_GROUPS

/**
 * The title block of a rule, kept beside its function and collected into the catalogue.
 *
 * `compute` gives a value, `check` gives findings, `gate` closes an act. IDs are never reused.
 */
export type RuleHeader = {
  readonly id: string
  readonly name: string
  readonly stage: RuleGroup
  readonly kind: 'compute' | 'check' | 'gate'
  readonly severity?: Severity
  readonly source: { readonly id: string; readonly title: string; readonly article?: string }
  /** Parameters it reads. */
  readonly parameters?: readonly string[]
  /** The parameter that switches it on for a jurisdiction; nationally it is off. */
  readonly switchedBy?: string
  /** How the rule came here; unsaid, it follows from what was at hand of its source. */
  readonly standing?: 'seen' | 'memory' | 'proposal'
  /** First and last day it applies, where these are not its source's. */
  readonly from?: string
  readonly to?: string
}

/** Builds an explanation under a rule's title block, so that no rule repeats its own source. */
export function explain(
  header: RuleHeader,
  given: {
    readonly sentence: string
    readonly inputs?: readonly ExplanationInput[]
    readonly parameters?: readonly Parameter<unknown>[]
    readonly formula: string
    readonly result: string
    readonly rounding?: string
    readonly children?: readonly Explanation[]
  },
): Explanation {
  const { title, article } = header.source
  const source: ExplanationSource = article === undefined ? { title } : { title, article }
  return {
    ruleId: header.id,
    title: header.name,
    sentence: given.sentence,
    inputs: given.inputs ?? [],
    parameters: (given.parameters ?? []).map((parameter) => parameter.use),
    formula: given.formula,
    result: given.result,
    ...(given.rounding === undefined ? {} : { rounding: given.rounding }),
    source,
    children: given.children ?? [],
  }
}
