import type { ParameterReader } from '../../../rules/parameter-values.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { EXA_125, findDeclaredRelation } from './declared-relation.ts'
import { EXA_123, findEarlierContract } from './earlier-contract.ts'
import { EXA_122, findEarlierEmployer } from './earlier-employer.ts'
import type { Conflict, ExpertFacts, JudgedProject } from './facts.ts'
import { EXA_121, findSameEmployer } from './same-employer.ts'
import { EXA_124, findTookPart } from './took-part.ts'

export type { Conflict, ExpertFacts, JudgedProject } from './facts.ts'
export { houseName, isSameHouse } from '../../../shared/house-name.ts'

export const conflictChecks: readonly RuleHeader[] = [EXA_121, EXA_122, EXA_123, EXA_124, EXA_125]

/** Every ground on which an expert has to stand back from a project; none means they may judge it. */
export function findConflicts(
  expert: ExpertFacts,
  project: JudgedProject,
  rules: ParameterReader,
): Conflict[] {
  return [
    ...findSameEmployer(expert, project),
    ...findEarlierEmployer(expert, project, rules),
    ...findEarlierContract(expert, project, rules),
    ...findTookPart(expert),
    ...findDeclaredRelation(expert, project),
  ]
}
