import type { ParameterReader } from '../../../rules/parameter-values.ts'
import { addMonths, formatDate } from '../../../shared/dates.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import type { Conflict, ExpertFacts, JudgedProject } from './facts.ts'
import { isOfProject } from './same-employer.ts'

export const EXA_122: RuleHeader = {
  id: 'EXA-122',
  name: '专家曾在项目单位或主管部门任职未满回避年限',
  stage: 'exante',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2021-6', '严格避免利益冲突'),
  standing: 'seen',
  parameters: ['evaluation.conflict_years'],
}

/** EXA-122: an earlier post counts up to and including its anniversary; one without an end still does. */
export function findEarlierEmployer(
  { employment }: ExpertFacts,
  project: JudgedProject,
  rules: ParameterReader,
): Conflict[] {
  const { years } = rules.value('evaluation.conflict_years').value
  return employment
    .filter(({ until }) => until === null || project.on <= addMonths(until, years * 12))
    .filter(({ employer }) => isOfProject(employer, project))
    .map(({ employer, until }) => ({
      ruleId: EXA_122.id,
      reason: `${until === null ? '' : `${formatDate(until)}前`}在“${employer}”任职，未满${years}年`,
    }))
}
