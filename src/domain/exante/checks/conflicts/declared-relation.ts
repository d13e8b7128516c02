import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import type { Conflict, ExpertFacts, JudgedProject } from './facts.ts'
import { isOfProject } from './same-employer.ts'

export const EXA_125: RuleHeader = {
  id: 'EXA-125',
  name: '专家申报过与项目单位或主管部门的利害关系',
  stage: 'exante',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-376', '附录4 专家承诺书'),
  standing: 'seen',
}

/** EXA-125: what an expert declared for the register counts for every project of that house. */
export function findDeclaredRelation({ relations }: ExpertFacts, project: JudgedProject): Conflict[] {
  return relations
    .filter(({ institution }) => isOfProject(institution, project))
    .map(({ institution, relation }) => ({
      ruleId: EXA_125.id,
      reason: `本人申报${relation}（“${institution}”）`,
    }))
}
