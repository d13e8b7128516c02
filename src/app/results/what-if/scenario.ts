import { areKnotsRising } from '../../../domain/results/compute/what-if/index.ts'
import { DomainError } from '../../../domain/shared/errors.ts'
import { findScenario, type PlanWeights, type ScenarioRow } from '../../../storage/scenario-repository.ts'
import type { Context } from '../../kernel/context.ts'

/** @throws DomainError NOT_FOUND for a scenario of another place or one that is not there */
export async function getScenario(
  context: Context,
  id: string,
  options: { readonly isLocked?: boolean } = {},
): Promise<ScenarioRow> {
  const scenario = await findScenario(context.db, id, options)
  if (scenario) return scenario
  throw new DomainError('NOT_FOUND', '没有找到这个测算，可能不属于本地区，请从“预算测算”页面进入。')
}

/**
 * The weights in force for a budget year of a place.
 * @throws DomainError RULE_VIOLATED where a place's own table does not rise: then a higher score could get less
 */
export function weightsFor(
  context: Context,
  of: { readonly jurisdictionId: string; readonly fiscalYear: number },
): PlanWeights & { readonly performance_bp: number } {
  const { jurisdictionId: jurisdiction, fiscalYear } = of
  const { value } = context.rules
    .at({ date: context.today, jurisdiction, fiscalYear })
    .value('results.what_if_weights')
  if (areKnotsRising(value.knots)) return value
  throw new DomainError('RULE_VIOLATED', '本地得分权重表没有随得分升高，请先在“规则”中改正。')
}
