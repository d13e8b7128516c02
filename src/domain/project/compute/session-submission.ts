import type { ParameterReader } from '../../rules/parameter-values.ts'
import { addDays, type DateText, formatDate } from '../../shared/dates.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const BUD_008: RuleHeader = {
  id: 'BUD-008',
  name: '会前报送期限',
  stage: 'project',
  kind: 'compute',
  source: cite('law-budget', '第四十四条、第六十九条'),
  parameters: ['budget.session_lead_days'],
}

/** BUD-008: draft budget and adjustment plan are handed in so many calendar days before the session. */
export function computeSessionSubmission(
  sessionOn: DateText,
  rules: ParameterReader,
): Explained<{ readonly dueOn: DateText }> {
  const lead = rules.value('budget.session_lead_days')
  const dueOn = addDays(sessionOn, -lead.value.days)
  return {
    dueOn,
    explanation: explain(BUD_008, {
      sentence: `会议${formatDate(sessionOn)}举行，提前${lead.value.days}日，最迟${formatDate(dueOn)}报送。`,
      inputs: [{ label: '会议举行日', value: sessionOn }],
      parameters: [lead],
      formula: `会议举行日 − ${lead.value.days}日`,
      result: dueOn,
    }),
  }
}
