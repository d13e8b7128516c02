import type { UseCase } from '../../kernel/use-case.ts'
import { adoptPlan } from './adopt-plan.ts'
import { calculatePlan, stopPlan, viewCalculation } from './calculate-plan.ts'
import { createScenario } from './create-scenario.ts'
import { printPlanMemo } from './print-memo.ts'
import { listScenarios, viewScenario } from './read-scenarios.ts'
import { savePlan } from './save-plan.ts'
import { saveScenario } from './save-scenario.ts'

export { WEIGHED_BY } from './input.ts'
export {
  adoptPlan,
  calculatePlan,
  createScenario,
  listScenarios,
  printPlanMemo,
  savePlan,
  saveScenario,
  stopPlan,
  viewCalculation,
  viewScenario,
}

/** 预算测算: everything people do with it. */
export const whatIfUseCases = [
  listScenarios,
  createScenario,
  viewScenario,
  saveScenario,
  calculatePlan,
  viewCalculation,
  stopPlan,
  savePlan,
  adoptPlan,
  printPlanMemo,
] as unknown as readonly UseCase[]
