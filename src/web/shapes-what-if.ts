import type { Explanation } from '../domain/shared/explanation.ts'
import type { Conflict } from '../domain/results/compute/what-if/types.ts'
import type {
  PlanSummary,
  ScenarioLine,
  ScenarioSettings,
} from '../domain/results/compute/what-if/scenario.ts'

/** Answers of the addresses under /api/what-if. */
export type ScenarioHead = {
  readonly id: string
  readonly fiscalYear: number
  readonly name: string
  readonly createdAt: string
  readonly createdBy: string
  readonly lineCount: number
  readonly planCount: number
  readonly adoptedPlan: string | null
}

export type Scenarios = { readonly canCreate: boolean; readonly items: readonly ScenarioHead[] }

export type StoredPlan = {
  readonly id: string
  readonly name: string
  readonly lines: readonly ScenarioLine[]
  readonly settings: ScenarioSettings
  readonly result: PlanSummary
  readonly version: number
  readonly madeAt: string
  readonly madeBy: string
  readonly adoptedAt: string | null
  readonly adoptedBy: string | null
}

export type ScenarioView = {
  readonly scenario: {
    readonly id: string
    readonly fiscalYear: number
    readonly name: string
    readonly version: number
    readonly lines: readonly ScenarioLine[]
    readonly settings: ScenarioSettings
  }
  readonly canWork: boolean
  readonly canAdopt: boolean
  readonly plans: readonly StoredPlan[]
}

export type CalculationOutcome =
  | { readonly kind: 'running'; readonly done: number; readonly total: number; readonly what: string }
  | {
      readonly kind: 'plan'
      readonly summary: PlanSummary
      readonly costs: readonly { readonly title: string; readonly sentence: string }[] | null
    }
  | { readonly kind: 'conflict'; readonly conflicts: readonly Conflict[] }
  | { readonly kind: 'fault'; readonly message: string }

/** A project or policy that ends, or was evaluated poor. */
export type ExitItem = {
  readonly subjectId: string
  readonly kind: 'project' | 'policy'
  readonly kindTitle: string
  readonly name: string
  readonly office: string
  readonly amount_fen: string
  readonly periodEnd: string | null
  readonly reasons: string
  readonly recommendation: string
  readonly explanation: Explanation
  readonly recordId: string | null
  readonly stateTitle: string
  readonly decision: string
}

export type Exits = { readonly canBegin: boolean; readonly items: readonly ExitItem[] }

export type Adoption = {
  readonly begun: number
  readonly updated: number
  readonly skipped: readonly { readonly projectName: string; readonly why: string }[]
}
