import type { LinkageMeasure } from '../../../domain/results/compute/index.ts'
import type { ScenarioLine } from '../../../domain/results/compute/what-if/index.ts'
import { formatWanYuan, toFenText } from '../../../domain/shared/money.ts'
import type { ProjectRow } from '../../../storage/project-repository.ts'
import type { PlanRow } from '../../../storage/scenario-repository.ts'

/**
 * What a plan proposes for one project, in the fields of a decision. The change that performance caused is what
 * the plan gives above or below the frozen share of the same money, and nothing where it gets all it asked for or was
 * settled by hand; a person may see it otherwise.
 * @param current the project of the year before the budget, whose budget the base is taken from
 */
export function decisionDraft(
  plan: PlanRow,
  line: ScenarioLine,
  current: Pick<ProjectRow, 'budget_fen'>,
): { readonly [field: string]: string } {
  const found = plan.result.amounts.find(({ projectId }) => projectId === line.projectId)
  const amount = BigInt(found?.amount_fen ?? '0')
  const frozen = BigInt(found?.frozen_fen ?? '0')
  const isAllAskedFor = amount === BigInt(line.request_fen)
  const caused = line.fixed_fen === null && !isAllAskedFor ? amount - frozen : 0n
  return {
    current_fen: current.budget_fen,
    base_fen: line.base_fen,
    baseNote: line.baseNote,
    measure: measureOf(line, amount),
    next_fen: toFenText(amount),
    performanceChange_fen: toFenText(caused),
    reason:
      `按${plan.fiscalYear}年预算测算方案“${plan.name}”安排${formatWanYuan(amount)}万元：${found?.reason ?? ''}。` +
      `同样的资金按基数比例分配为${formatWanYuan(frozen)}万元。`,
    planNote: `${plan.fiscalYear}年预算测算方案“${plan.name}”`,
  }
}

/** The mildest measure that says what the amount says. */
function measureOf({ base_fen, grade }: ScenarioLine, amount: bigint): LinkageMeasure {
  const base = BigInt(base_fen)
  if (amount === 0n) return 'cancel'
  if (amount < base) return 'reduce'
  if (amount > base) return 'priority'
  return grade === 'fair' || grade === 'poor' ? 'no_growth' : 'keep'
}
