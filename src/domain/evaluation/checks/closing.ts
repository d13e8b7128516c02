import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EVA-108 办结条件: 使用、评价、公开、应用; an evaluation ends when its result is public and applied. */
export const EVA_108: RuleHeader = {
  id: 'EVA-108',
  name: '评价结果公开并应用后方可办结',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（四）使用、评价、公示（公开）、应用'),
}

export type ClosingInput = {
  readonly isDisclosed: boolean
  readonly problems: number
  /** Whether the rectification notice is closed: every task verified. */
  readonly isRectified: boolean
  readonly isBudgetDecided: boolean
}

export function checkClosing(input: ClosingInput): Finding[] {
  return [
    ...foundIf(!input.isDisclosed, EVA_108, '评价结果还没有公开，请先办完“评价结果公开”。'),
    ...foundIf(
      input.problems > 0 && !input.isRectified,
      EVA_108,
      `评价发现 ${input.problems} 个问题，整改还没有全部核实，请先办结“绩效评价整改通知”。`,
    ),
    ...foundIf(!input.isBudgetDecided, EVA_108, '评价结果还没有与预算安排挂钩，请先作出挂钩决定。'),
  ]
}
