import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const PIL_001: RuleHeader = {
  id: 'PIL-001',
  name: '试点项目数量',
  stage: 'pilot',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '二（一）'),
  parameters: ['pilot.projects_per_jurisdiction'],
}

/** PIL-001: one or two projects a jurisdiction; none closes acceptance, more is a warning. */
export function computeQuota(
  projects: number,
  rules: ParameterReader,
): Explained<{ readonly state: 'below' | 'within' | 'above'; readonly isAcceptanceBlocked: boolean }> {
  const quota = rules.value('pilot.projects_per_jurisdiction')
  const { minimum, maximum } = quota.value
  const state = projects < minimum ? 'below' : projects > maximum ? 'above' : 'within'
  const words = {
    below: `少于${minimum}个，请先选定试点项目`,
    within: '符合试点方案要求',
    above: `超过${maximum}个，请说明原因或减少`,
  }[state]
  return {
    state,
    isAcceptanceBlocked: state === 'below',
    explanation: explain(PIL_001, {
      sentence: `已选试点项目${projects}个，${words}。`,
      inputs: [{ label: '已选试点项目', value: String(projects) }],
      parameters: [quota],
      formula: `${minimum} ≤ 项目数 ≤ ${maximum}`,
      result: words,
    }),
  }
}

/** The range for a programme in which every jurisdiction takes part: 27 places give 27 to 54. */
export function computeProgrammeRange(
  jurisdictions: number,
  rules: ParameterReader,
): { readonly minimum: number; readonly maximum: number } {
  const { minimum, maximum } = rules.value('pilot.projects_per_jurisdiction').value
  return { minimum: jurisdictions * minimum, maximum: jurisdictions * maximum }
}
