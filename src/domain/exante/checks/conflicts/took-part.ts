import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import type { Conflict, ExpertFacts } from './facts.ts'

export const EXA_124: RuleHeader = {
  id: 'EXA-124',
  name: '专家办理过本项目的事项',
  stage: 'exante',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2021-6', '严格避免利益冲突'),
  standing: 'seen',
}

/** EXA-124: whoever entered, declared, reviewed or evaluated something of the project does not judge it. */
export function findTookPart({ participation }: ExpertFacts): Conflict[] {
  return participation.length === 0
    ? []
    : [{ ruleId: EXA_124.id, reason: `办理过本项目的事项（${participation.slice(0, 3).join('；')}）` }]
}
