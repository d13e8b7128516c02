import { RULE_PLACES } from '../domain/rule-places.ts'
import type { FormDefinition } from '../domain/forms/form.ts'
import type { RuleHeader } from '../domain/shared/rule-header.ts'
import { RULE_HEADERS } from './catalogue.ts'
import type { Source, Standing } from './definition.ts'
import { RULE_CASES } from './rule-cases.ts'

/** A rule with everything a reader asks of it: how sure, since when, where, and how it is tested. */
export type RuleEntry = Omit<RuleHeader, 'standing' | 'from' | 'to'> & {
  readonly standing: Standing
  /** First and last day it applies; `null` where the source has no day, or there is no end. */
  readonly from: string | null
  readonly to: string | null
  /** Form and section, in the words people see; empty while no form uses it. */
  readonly places: readonly string[]
  /** Its case file under `tests/cases` and the number of cases; `null` where tests lie beside the rule. */
  readonly cases: { readonly file: string; readonly count: number } | null
}

/** Every rule, in the order of its ID. */
export function listRules(sources: readonly Source[], forms: Iterable<FormDefinition>): RuleEntry[] {
  const bySource = new Map(sources.map((source) => [source.id, source]))
  const byForm = new Map([...forms].map((form) => [form.id, form]))
  return RULE_HEADERS.map((rule) => ({
    ...rule,
    standing: rule.standing ?? standingOf(bySource.get(rule.source.id)),
    from: rule.from ?? bySource.get(rule.source.id)?.issuedOn ?? null,
    to: rule.to ?? null,
    places: (RULE_PLACES[rule.id] ?? []).map((place) => titleOf(place, byForm)),
    cases: RULE_CASES[rule.id] ?? null,
  }))
}

/** What is ours is a proposal; what was read whole is seen; the rest is from memory unless the rule says. */
function standingOf(source: Source | undefined): Standing {
  if (source?.text === 'own') return 'proposal'
  return source?.text === 'full' ? 'seen' : 'memory'
}

/** `evaluation/self#scores` → 项目支出绩效自评表·绩效指标; an unknown name stays visible. */
function titleOf(place: string, forms: ReadonlyMap<string, FormDefinition>): string {
  const [formId = '', sectionId] = place.split('#')
  const form = forms.get(formId)
  const section = form?.sections.find(({ id }) => id === sectionId)
  return form && section ? `${form.title}·${section.title}` : place
}
