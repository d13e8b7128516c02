import type { Grade } from '../../../shared/grade.ts'
import type { Fen } from '../../../shared/money.ts'
import type { Score_x100 } from '../../../shared/score.ts'

/** One project of the scenario, as it asks for money; all amounts of the budget year. */
export type WhatIfItem = {
  readonly id: string
  readonly name: string
  readonly departmentId: string
  readonly departmentName: string
  readonly request_fen: Fen
  /** Last approved recurring amount without one-off parts; zero for a new item. */
  readonly base_fen: Fen
  /** Of the confirmed evaluation; null while there is none. */
  readonly score_x100: Score_x100 | null
  readonly grade: Grade | null
  /** 不可拆分: arranged in full or not at all. */
  readonly isWhole: boolean
  /** 三保: the part that must be paid whatever else happens. */
  readonly guarantee_fen: Fen
  /** The part a contract binds for the year. */
  readonly contract_fen: Fen
  /** 必保项目: keeps its base, a new one its request. */
  readonly isMustKeep: boolean
  /** Most that may be arranged by the linkage table or a decision; null where nothing bounds it. */
  readonly cap_fen: Fen | null
  /** Typed by hand: the line is no longer moved. */
  readonly fixed_fen: Fen | null
}

/** Least and most a department may get altogether. */
export type DepartmentBound = {
  readonly departmentId: string
  readonly departmentName: string
  readonly min_fen: Fen | null
  readonly max_fen: Fen | null
}

/** A point of the curve that turns a score into a weight. */
export type WeightKnot = { readonly score_x100: number; readonly weight_bp: number }

export type WhatIfProblem = {
  readonly items: readonly WhatIfItem[]
  readonly departments: readonly DepartmentBound[]
  readonly envelope_fen: Fen
  /**
   * 绩效权重: 10000 lets the score alone decide; below that money within the base is worth more than money
   * above it, so that only clearly better projects take from others. At least 1.
   */
  readonly performance_bp: number
  readonly knots: readonly WeightKnot[]
  /** Of an item without a score. */
  readonly unscored_bp: number
}

/** Least and most of one item; equal where nothing is left to decide. */
export type Bounds = {
  readonly low_fen: Fen
  readonly high_fen: Fen
  /** May only be 0 or `high_fen`. */
  readonly isEitherOr: boolean
}

/** What a solver is given: maximise cost × value; amounts in 万元. */
export type Programme = {
  readonly columns: readonly { readonly cost: number; readonly upper: number; readonly isBinary: boolean }[]
  readonly rows: readonly {
    readonly lower: number
    readonly upper: number
    readonly entries: readonly (readonly [column: number, coefficient: number])[]
  }[]
}

export type SolverAnswer = {
  readonly status: 'optimal' | 'stopped' | 'infeasible'
  readonly values: readonly number[]
  /** Value of the best answer found; its proven distance to the optimum, relative. */
  readonly gap: number
}

/** Passed in: the domain knows no solver. Must give the same answer to the same programme. */
export type Solve = (programme: Programme) => Promise<SolverAnswer> | SolverAnswer

export type PlanLine = {
  readonly itemId: string
  readonly amount_fen: Fen
  readonly weight_bp: number
  /** Why just so much, in one phrase. */
  readonly reason: string
}

export type Plan = {
  readonly lines: readonly PlanLine[]
  readonly total_fen: Fen
  /** Σ value of the money; comparable between plans of one problem only. */
  readonly value: bigint
  /** Whether the optimum is proven; false when the solver was stopped by time. */
  readonly isOptimal: boolean
}

/** Constraints that cannot hold together, in words; amounts stand in them. */
export type Conflict = { readonly constraint: string; readonly sentence: string; readonly itemId?: string }

export type PlanOutcome =
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'conflict'; readonly conflicts: readonly Conflict[] }
