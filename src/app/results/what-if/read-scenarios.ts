import { Type } from 'typebox'
import { findPlans, findScenarios } from '../../../storage/scenario-repository.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import { ADOPTED_BY, closed, Id, WEIGHED_BY, WORKED_BY, Year } from './input.ts'
import { getScenario, weightsFor } from './scenario.ts'

/** 预算测算列表: of the own place, newest first. */
export const listScenarios = defineUseCase({
  id: 'results.listScenarios',
  title: '查看预算测算列表',
  stage: 'results',
  kind: 'query',
  by: WEIGHED_BY,
  input: Type.Object({ year: Type.Optional(Year) }, closed),
  run: async (context, { year }) => {
    const { jurisdictionId, role } = context.actor
    return {
      canCreate: (WORKED_BY as readonly string[]).includes(role),
      items: await findScenarios(context.db, { jurisdictionId, fiscalYear: year }),
    }
  },
})

/** 预算测算: its lines and settings, the weights now in force, and the plans kept. */
export const viewScenario = defineUseCase({
  id: 'results.viewScenario',
  title: '查看预算测算',
  stage: 'results',
  kind: 'query',
  by: WEIGHED_BY,
  input: Type.Object({ scenarioId: Id }, closed),
  run: async (context, { scenarioId }) => {
    const scenario = await getScenario(context, scenarioId)
    const { jurisdictionId } = scenario
    const plans = await findPlans(context.db, { jurisdictionId, scenarioId })
    const { role } = context.actor
    return {
      scenario,
      weights: weightsFor(context, scenario),
      canWork: (WORKED_BY as readonly string[]).includes(role),
      canAdopt: ADOPTED_BY.includes(role) && plans.every(({ adoptedAt }) => adoptedAt === null),
      plans,
    }
  },
})
