import { Type } from 'typebox'
import { applyEdits, type LineEdit, problemOf } from '../../../domain/results/compute/what-if/index.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import { beginCalculation, getCalculation, stopCalculation } from './calculations.ts'
import { closed, Edits, Id, Settings, WEIGHED_BY } from './input.ts'
import { getScenario, weightsFor } from './scenario.ts'

/**
 * 测算方案: begins working out the plan for the settings as they stand on the page; nothing is stored. The
 * answer is asked for under the identifier.
 */
export const calculatePlan = defineUseCase({
  id: 'results.calculatePlan',
  title: '测算预算安排方案',
  stage: 'results',
  kind: 'query',
  by: WEIGHED_BY,
  input: Type.Object({ scenarioId: Id, settings: Settings, edits: Edits, withCosts: Type.Boolean() }, closed),
  output: Type.Object({ calculationId: Id }),
  run: async (context, { scenarioId, settings, edits, withCosts }) => {
    const scenario = await getScenario(context, scenarioId)
    const lines = applyEdits(scenario.lines, edits as LineEdit[])
    const { knots, unscored_bp } = weightsFor(context, scenario)
    const weights = { knots, unscored_bp }
    const calculationId = context.newId()
    const asked = { personId: context.actor.personId, scenarioId, lines, settings, weights }
    beginCalculation(calculationId, asked, problemOf(lines, settings, weights), withCosts)
    return { calculationId }
  },
})

/** 查看测算: how far it is, or its outcome. */
export const viewCalculation = defineUseCase({
  id: 'results.viewCalculation',
  title: '查看测算进度和结果',
  stage: 'results',
  kind: 'query',
  by: WEIGHED_BY,
  input: Type.Object({ calculationId: Id }, closed),
  run: async (context, { calculationId }) => getCalculation(calculationId, context.actor.personId).outcome,
})

/** 取消测算. */
export const stopPlan = defineUseCase({
  id: 'results.stopCalculation',
  title: '取消测算',
  stage: 'results',
  kind: 'query',
  by: WEIGHED_BY,
  input: Type.Object({ calculationId: Id }, closed),
  output: Type.Object({ isStopped: Type.Boolean() }),
  run: async (context, { calculationId }) => {
    stopCalculation(calculationId, context.actor.personId)
    return { isStopped: true }
  },
})
