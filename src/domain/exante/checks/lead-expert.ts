import type { ExanteEvaluationContent } from '../../forms/contents.ts'
import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const EXA_112: RuleHeader = {
  id: 'EXA-112',
  name: '评估组组长',
  stage: 'exante',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default', '评分分歧大时由组长书面说明'),
}

/** EXA-112: exactly one of the experts leads the panel and answers for its note. */
export function checkLeadExpert({ experts }: ExanteEvaluationContent): Finding[] {
  const leads = (experts ?? []).filter(({ isLead }) => isLead).length
  const message =
    leads === 0 ? '还没有指定组长，请在专家中勾选一名组长。' : `指定了${leads}名组长，请只保留一名。`
  return foundIf(leads !== 1, EXA_112, message, { section: 'experts', field: 'experts' })
}
