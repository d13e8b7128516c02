import { Type } from 'typebox'
import { checkPlan, problemOf } from '../../../domain/results/compute/what-if/index.ts'
import { DomainError } from '../../../domain/shared/errors.ts'
import { findPlans, insertPlan } from '../../../storage/scenario-repository.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import { getCalculation } from './calculations.ts'
import { closed, Id, Name, WORKED_BY } from './input.ts'
import { getScenario } from './scenario.ts'

/** As many plans as can be compared on one page. */
const PLANS_MAX = 20

/** 保存方案: keeps a worked-out plan with all it was worked out from; its constraints are looked at once more. */
export const savePlan = defineUseCase({
  id: 'results.savePlan',
  title: '保存预算安排方案',
  stage: 'results',
  kind: 'command',
  by: WORKED_BY,
  input: Type.Object({ scenarioId: Id, calculationId: Id, name: Name }, closed),
  output: Type.Object({ planId: Id }),
  run: async (context, { scenarioId, calculationId, name }) => {
    const { personId } = context.actor
    const { asked, outcome } = getCalculation(calculationId, personId)
    if (asked.scenarioId !== scenarioId || outcome.kind !== 'plan') {
      throw new DomainError('ACTION_NOT_AVAILABLE', '这次测算还没有得出方案，请等测算完成后再保存。')
    }
    const { jurisdictionId } = await getScenario(context, scenarioId, { isLocked: true })
    const plans = await findPlans(context.db, { jurisdictionId, scenarioId })
    if (plans.length >= PLANS_MAX) {
      throw new DomainError('ACTION_NOT_AVAILABLE', `一个测算最多保存${PLANS_MAX}个方案，请新建测算。`)
    }
    const { lines, settings, weights } = asked
    const { summary } = outcome
    const amounts = summary.amounts.map((one) => ({
      ...one,
      itemId: one.projectId,
      amount_fen: BigInt(one.amount_fen),
    }))
    const breaches = checkPlan(problemOf(lines, settings, weights), amounts)
    if (breaches.length > 0)
      throw new Error(`plan of calculation ${calculationId} breaks ${breaches.join(' ')}`)
    const id = context.newId()
    const plan = {
      jurisdictionId,
      id,
      scenarioId,
      name: name.trim(),
      lines,
      settings,
      weights,
      result: summary,
    }
    await insertPlan(context.db, { ...plan, now: context.now, personId })
    context.changed({ kind: 'budgetPlan', id, jurisdictionId }, [
      { field: 'name', from: null, to: name.trim() },
      { field: 'total_fen', from: null, to: summary.total_fen },
    ])
    return { planId: id }
  },
})
