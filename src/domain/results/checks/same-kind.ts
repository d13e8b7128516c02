import type { ParameterReader } from '../../rules/parameter-values.ts'
import { found } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** RES-133 不再安排同类新增项目: the decision is felt where the next project of the kind is entered. */
export const RES_133: RuleHeader = {
  id: 'RES-133',
  name: '已决定不再安排同类新增项目',
  stage: 'results',
  kind: 'gate',
  severity: 'warning',
  source: cite('local-results-rule', '一次性项目评价为差的，不再安排同类新增项目'),
  standing: 'seen',
  parameters: ['results.same_kind_entry'],
}

/** A decided 不再安排同类新增项目 of the same department and category. */
export type SameKindDecision = {
  /** Of the project that was judged, a year or more before the decision. */
  readonly fiscalYear: number
  /** The decision is about the budgets of the years after this day. */
  readonly decidedOn: string
}

/**
 * @param project.category as people read it
 * @param decisions of the same place, department and category, in any order
 * @returns nothing for a continuing project, or when the years the place asks for are over; a gate where the
 *   place made it one, else a warning
 */
export function checkSameKind(
  project: { readonly isNew: boolean; readonly fiscalYear: number; readonly category: string },
  decisions: readonly SameKindDecision[],
  rules: ParameterReader,
): Finding[] {
  if (!project.isNew) return []
  const { isGate, years } = rules.value('results.same_kind_entry').value
  const age = (one: SameKindDecision) => project.fiscalYear - Number(one.decidedOn.slice(0, 4))
  const inForce = decisions
    .filter((one) => age(one) >= 1 && age(one) <= years)
    .sort((one, other) => (one.decidedOn < other.decidedOn ? 1 : -1))
  const [latest] = inForce
  if (!latest) return []
  const message =
    `本部门${latest.fiscalYear}年度${project.category}有项目评价为差，${latest.decidedOn}已决定不再安排同类新增项目。` +
    (isGate
      ? '本地规定此类项目不得入库，请改列其他项目。'
      : '确需新增的，请说明与原项目的区别，并由财政部门研究。')
  return [found(RES_133, message, { section: 'basics', field: 'isNew' }, isGate ? 'error' : 'warning')]
}
