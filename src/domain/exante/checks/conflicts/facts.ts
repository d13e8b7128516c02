import type { DateText } from '../../../shared/dates.ts'

/** What is known of one expert: from the register, from the account, from what was done before. */
export type ExpertFacts = {
  readonly person: string
  readonly name: string
  /** Where they work now; several when register and account differ. */
  readonly employers: readonly string[]
  readonly employment: readonly { readonly employer: string; readonly until: DateText | null }[]
  readonly relations: readonly { readonly institution: string; readonly relation: string }[]
  /** What they did in this project, in words: 2023-03-01 申报绩效目标. */
  readonly participation: readonly string[]
}

/** What the expert would judge. */
export type JudgedProject = {
  readonly unitName: string
  readonly departmentName: string
  /** Institutions commissioned for this project before. */
  readonly institutions: readonly string[]
  readonly on: DateText
}

/** A ground to stand back: the rule, and the reason in words. */
export type Conflict = { readonly ruleId: string; readonly reason: string }
