import type { UseCase } from '../../app/kernel/use-case.ts'
import {
  adoptPlan,
  calculatePlan,
  createScenario,
  listExits,
  listScenarios,
  savePlan,
  saveScenario,
  stopPlan,
  viewCalculation,
  viewScenario,
} from '../../app/results/index.ts'
import type { Route } from './route.ts'

const table: readonly (readonly [Route['method'], string, unknown])[] = [
  ['GET', '/api/exit-list', listExits],
  ['GET', '/api/what-if/scenarios', listScenarios],
  ['POST', '/api/what-if/scenarios', createScenario],
  ['GET', '/api/what-if/scenario', viewScenario],
  ['PUT', '/api/what-if/scenario', saveScenario],
  ['POST', '/api/what-if/calculations', calculatePlan],
  ['GET', '/api/what-if/calculation', viewCalculation],
  ['POST', '/api/what-if/calculation-stops', stopPlan],
  ['POST', '/api/what-if/plans', savePlan],
  ['POST', '/api/what-if/adoptions', adoptPlan],
]

/** 预算测算: scenarios, calculations that run beside, plans and their adoption. */
export const whatIfRoutes: readonly Route[] = table.map(([method, url, useCase]) => ({
  method,
  url,
  useCase: useCase as UseCase,
}))
