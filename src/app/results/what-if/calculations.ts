import type {
  Conflict,
  PlanSummary,
  ScenarioLine,
  ScenarioSettings,
  WhatIfProblem,
} from '../../../domain/results/compute/what-if/index.ts'
import { DomainError } from '../../../domain/shared/errors.ts'
import type { PlanWeights } from '../../../storage/scenario-repository.ts'
import { type ConstraintCost, solveInWorker } from './run-in-worker.ts'

/** What a calculation was asked, so that its plan is kept together with it. */
export type Asked = {
  readonly personId: string
  readonly scenarioId: string
  readonly lines: readonly ScenarioLine[]
  readonly settings: ScenarioSettings
  readonly weights: PlanWeights
}

export type Outcome =
  | { readonly kind: 'running'; readonly done: number; readonly total: number; readonly what: string }
  | { readonly kind: 'plan'; readonly summary: PlanSummary; readonly costs: readonly ConstraintCost[] | null }
  | { readonly kind: 'conflict'; readonly conflicts: readonly Conflict[] }
  | { readonly kind: 'fault'; readonly message: string }

type Calculation = { readonly asked: Asked; outcome: Outcome; readonly stop: () => void }

/** Kept in memory only: a calculation costs seconds, and a plan that matters is saved. */
const calculations = new Map<string, Calculation>()
const KEPT_PER_PERSON = 5

/** Begins one; an earlier one of the same person that still runs is given up. */
export function beginCalculation(id: string, asked: Asked, problem: WhatIfProblem, withCosts: boolean): void {
  const own = [...calculations].filter(([, one]) => one.asked.personId === asked.personId)
  for (const [other, one] of own) if (one.outcome.kind === 'running') stopCalculation(other, asked.personId)
  for (const [other] of own.slice(0, Math.max(0, own.length - KEPT_PER_PERSON + 1)))
    calculations.delete(other)
  const stop = solveInWorker({ id, problem, withCosts }, ({ id: _id, ...outcome }) => {
    const found = calculations.get(id)
    if (!found) return
    found.outcome = outcome.kind === 'progress' ? { ...outcome, kind: 'running' } : outcome
  })
  calculations.set(id, { asked, outcome: { kind: 'running', done: 0, total: 1, what: '等候' }, stop })
}

/** @throws DomainError NOT_FOUND when it is another person's, was given up, or the program was started anew */
export function getCalculation(id: string, personId: string): Pick<Calculation, 'asked' | 'outcome'> {
  const found = calculations.get(id)
  if (found?.asked.personId === personId) return found
  throw new DomainError('NOT_FOUND', '没有找到这次测算，可能已取消，请重新测算。')
}

/** Ends it where it stands; one that is over is forgotten too. */
export function stopCalculation(id: string, personId: string): void {
  getCalculation(id, personId)
  calculations.get(id)?.stop()
  calculations.delete(id)
}
