import type { ParameterReader } from '../../../rules/parameter-values.ts'
import { addMonths } from '../../../shared/dates.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import type { Conflict, ExpertFacts, JudgedProject } from './facts.ts'
import { isSameHouse } from '../../../shared/house-name.ts'

export const EXA_123: RuleHeader = {
  id: 'EXA-123',
  name: '专家所在机构受托办理过本项目',
  stage: 'exante',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2021-6', '严格避免利益冲突'),
  standing: 'seen',
  parameters: ['evaluation.conflict_years'],
}

/** EXA-123: the institution an expert works for, or left within the years, was commissioned for the project. */
export function findEarlierContract(
  { employers, employment }: ExpertFacts,
  { institutions, on }: JudgedProject,
  rules: ParameterReader,
): Conflict[] {
  const { years } = rules.value('evaluation.conflict_years').value
  const recent = employment.filter(({ until }) => until === null || on <= addMonths(until, years * 12))
  const houses = [...new Set([...employers, ...recent.map(({ employer }) => employer)])]
  return houses
    .filter((house) => institutions.some((institution) => isSameHouse(house, institution)))
    .map((house) => ({ ruleId: EXA_123.id, reason: `所在或曾在的机构“${house}”受托办理过本项目` }))
}
