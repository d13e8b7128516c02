import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { DateText } from '../../shared/dates.ts'
import { computeDeadline, type Deadline } from '../../shared/deadline.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const EXA_053: RuleHeader = {
  id: 'EXA-053',
  name: '补充评估材料期限',
  stage: 'exante',
  kind: 'compute',
  source: cite('jiheng-default', '补充评估材料'),
  parameters: ['exante.material_days'],
}

/** EXA-053: by when a unit hands in what was missing. @param returnedOn the day the file went back */
export function computeMaterialsDeadline(returnedOn: DateText, rules: ParameterReader): Deadline {
  return computeDeadline(
    EXA_053,
    { label: '退回补充材料日期', on: returnedOn },
    rules.value('exante.material_days'),
    rules,
  )
}
