import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import type { Conflict, ExpertFacts, JudgedProject } from './facts.ts'
import { isSameHouse } from '../../../shared/house-name.ts'

export const EXA_121: RuleHeader = {
  id: 'EXA-121',
  name: '专家现工作单位就是项目单位或主管部门',
  stage: 'exante',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2021-6', '责权清晰、主体分离'),
  standing: 'seen',
}

/** EXA-121: nobody judges a project of the house they work in. */
export function findSameEmployer({ employers }: ExpertFacts, project: JudgedProject): Conflict[] {
  const own = [...new Set(employers)].filter((name) => isOfProject(name, project))
  return own.map((name) => ({
    ruleId: EXA_121.id,
    reason: `现工作单位“${name}”就是项目单位或主管部门（或其下属单位）`,
  }))
}

export function isOfProject(name: string, { unitName, departmentName }: JudgedProject): boolean {
  return isSameHouse(name, unitName) || isSameHouse(name, departmentName)
}
