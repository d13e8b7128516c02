import type { PilotSelectionContent } from '../../forms/contents.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import { found, foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { computeSelectionCriteria } from '../compute/selection-criteria.ts'

/** PIL-101 试点项目选择条件: at least one of the plan's criteria, each with what proves it. */
export const PIL_101: RuleHeader = {
  id: 'PIL-101',
  name: '试点项目选择条件',
  stage: 'pilot',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '二、（二）'),
  parameters: ['pilot.selection_criteria'],
}

const WHERE = { section: 'criteria', field: 'criteria' }

export function checkSelectionCriteria(
  { criteria }: PilotSelectionContent,
  rules: ParameterReader,
): Finding[] {
  const rows = (criteria ?? []).map(({ criterion, isMet, evidence }) => ({
    criterion: criterion ?? '',
    isMet: isMet === true,
    evidence: evidence ?? null,
  }))
  const { met, explanation } = computeSelectionCriteria(rows, rules)
  const { minimum } = rules.value('pilot.selection_criteria').value
  const without = rows.flatMap((row, index) =>
    row.isMet && !isWritten(row.evidence)
      ? [
          found(PIL_101, `第 ${index + 1} 条选择条件没有写依据，请补充。`, {
            ...WHERE,
            row: index,
            column: 'evidence',
          }),
        ]
      : [],
  )
  return [...foundIf(met.length < minimum, PIL_101, explanation.sentence, WHERE), ...without]
}
