import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const PIL_005: RuleHeader = {
  id: 'PIL-005',
  name: '试点项目选择条件',
  stage: 'pilot',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '二（二）'),
  parameters: ['pilot.selection_criteria'],
}

/** PIL-005: at least one criterion met, and evidence for each that is ticked. */
export function computeSelectionCriteria(
  ticked: readonly {
    readonly criterion: string
    readonly isMet: boolean
    readonly evidence?: string | null
  }[],
  rules: ParameterReader,
): Explained<{
  readonly isMet: boolean
  readonly met: readonly string[]
  readonly withoutEvidence: readonly string[]
}> {
  const parameter = rules.value('pilot.selection_criteria')
  const labelOf = (id: string) => parameter.value.criteria.find((each) => each.id === id)?.label ?? id
  const chosen = ticked.filter((each) => each.isMet)
  const met = chosen.map((each) => labelOf(each.criterion))
  const withoutEvidence = chosen
    .filter((each) => (each.evidence ?? '').trim() === '')
    .map((each) => labelOf(each.criterion))
  const isEnough = met.length >= parameter.value.minimum
  const lack = withoutEvidence.length > 0 ? `；“${withoutEvidence.join('”“')}”没有写依据，请补充` : ''
  return {
    isMet: isEnough && withoutEvidence.length === 0,
    met,
    withoutEvidence,
    explanation: explain(PIL_005, {
      sentence: isEnough
        ? `符合${met.length}条：${met.join('、')}${lack}。`
        : `至少应符合${parameter.value.minimum}条选择条件，请勾选并写明依据。`,
      inputs: ticked.map((each) => ({
        label: labelOf(each.criterion),
        value: each.isMet ? '符合' : '不符合',
      })),
      parameters: [parameter],
      formula: `符合的条件数 ≥ ${parameter.value.minimum}，且逐条有依据`,
      result: `${met.length}条`,
    }),
  }
}
