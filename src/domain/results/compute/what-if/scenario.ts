import type { Explanation } from '../../../shared/explanation.ts'
import type { Grade } from '../../../shared/grade.ts'
import { type Fen, findFen, sumFen, toFenText } from '../../../shared/money.ts'
import { computeMovedBase } from './moved-base.ts'
import type { Plan, WeightKnot, WhatIfProblem } from './types.ts'

/** A line of a scenario as it is kept and sent: amounts are texts of integer fen. */
export type ScenarioLine = {
  /** The project it is gathered from: last year's for one that goes on, else the new one. */
  readonly projectId: string
  readonly name: string
  readonly unitName: string
  readonly departmentId: string
  readonly departmentName: string
  readonly isNew: boolean
  readonly isPolicy: boolean
  readonly request_fen: string
  readonly base_fen: string
  /** Where the base comes from, in words. */
  readonly baseNote: string
  readonly score_x100: number | null
  readonly grade: Grade | null
  /** Which confirmed evaluation gave the score. */
  readonly scoreFrom: 'finance' | 'department' | 'self' | null
  /** The year that was evaluated; a scenario gathered by an earlier version does not tell it. */
  readonly evaluatedYear?: number | null
  readonly cap_fen: string | null
  /** What sets the ceiling, in words; empty where there is none. */
  readonly capNote: string
  readonly guarantee_fen: string
  readonly contract_fen: string
  readonly isMustKeep: boolean
  readonly isWhole: boolean
  readonly fixed_fen: string | null
}

/** What a person may change of a line; everything else comes from records. */
export type LineEdit = { readonly projectId: string } & Partial<
  Pick<
    ScenarioLine,
    'request_fen' | 'cap_fen' | 'guarantee_fen' | 'contract_fen' | 'isMustKeep' | 'isWhole' | 'fixed_fen'
  >
>

export type ScenarioSettings = {
  readonly envelope_fen: string
  readonly performance_bp: number
  readonly departments: readonly {
    readonly departmentId: string
    readonly departmentName: string
    readonly min_fen: string | null
    readonly max_fen: string | null
  }[]
}

/** The lines with a person's changes; changes of lines that are not there are dropped. */
export function applyEdits(lines: readonly ScenarioLine[], edits: readonly LineEdit[]): ScenarioLine[] {
  const byId = new Map(edits.map((edit) => [edit.projectId, edit]))
  return lines.map((line) => {
    const edit = byId.get(line.projectId)
    if (!edit) return line
    const changed = { ...line, ...edit }
    const isFreed = edit.cap_fen === null && line.cap_fen !== null
    return isFreed ? { ...changed, capNote: '' } : changed
  })
}

/** The problem a scenario stands for, under the weights of the rules. */
export function problemOf(
  lines: readonly ScenarioLine[],
  settings: ScenarioSettings,
  weights: { readonly knots: readonly WeightKnot[]; readonly unscored_bp: number },
): WhatIfProblem {
  return {
    items: lines.map((line) => ({
      id: line.projectId,
      name: line.name,
      departmentId: line.departmentId,
      departmentName: line.departmentName,
      request_fen: BigInt(line.request_fen),
      base_fen: BigInt(line.base_fen),
      score_x100: line.score_x100,
      grade: line.grade,
      isWhole: line.isWhole,
      guarantee_fen: BigInt(line.guarantee_fen),
      contract_fen: BigInt(line.contract_fen),
      isMustKeep: line.isMustKeep,
      cap_fen: findFen(line.cap_fen) ?? null,
      fixed_fen: findFen(line.fixed_fen) ?? null,
    })),
    departments: settings.departments.map((one) => ({
      departmentId: one.departmentId,
      departmentName: one.departmentName,
      min_fen: findFen(one.min_fen) ?? null,
      max_fen: findFen(one.max_fen) ?? null,
    })),
    envelope_fen: BigInt(settings.envelope_fen),
    performance_bp: settings.performance_bp,
    knots: weights.knots,
    unscored_bp: weights.unscored_bp,
  }
}

/** A worked-out plan as it is kept and sent: the answer with its money moved, all amounts as texts. */
export type PlanSummary = {
  readonly amounts: readonly {
    readonly projectId: string
    readonly amount_fen: string
    readonly weight_bp: number
    readonly reason: string
    /** What the project would get if the money followed the bases. */
    readonly frozen_fen: string
  }[]
  readonly total_fen: string
  /** 加权绩效: Σ amount × weight of its score; not what the solver maximised, in which money within the base counts more. */
  readonly weighted_fen: string
  readonly isOptimal: boolean
  readonly moved: {
    readonly total_fen: string
    readonly byPerformance_fen: string
    readonly explanation: Explanation
  }
}

/** 加权绩效 of amounts in fen, cut to the fen: each counts with the weight of its score, 10000 fully. */
export function weightedMoney(lines: Plan['lines']): Fen {
  return sumFen(lines.map(({ amount_fen, weight_bp }) => amount_fen * BigInt(weight_bp))) / 10_000n
}

/** The plan in the shape it is kept in. */
export function summarise(problem: WhatIfProblem, plan: Plan): PlanSummary {
  const moved = computeMovedBase(problem.items, plan.lines)
  const frozen = new Map(moved.frozen.map(({ itemId, frozen_fen }) => [itemId, frozen_fen]))
  return {
    amounts: plan.lines.map(({ itemId, amount_fen, weight_bp, reason }) => ({
      projectId: itemId,
      amount_fen: toFenText(amount_fen),
      weight_bp,
      reason,
      frozen_fen: toFenText(frozen.get(itemId) ?? 0n),
    })),
    total_fen: toFenText(plan.total_fen),
    weighted_fen: toFenText(weightedMoney(plan.lines)),
    isOptimal: plan.isOptimal,
    moved: {
      total_fen: toFenText(moved.moved_fen),
      byPerformance_fen: toFenText(moved.byPerformance_fen),
      explanation: moved.explanation,
    },
  }
}
