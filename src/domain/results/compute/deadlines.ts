import type { ParameterReader } from '../../rules/parameter-values.ts'
import { addMonths, formatDate } from '../../shared/dates.ts'
import { computeDeadline, type Deadline } from '../../shared/deadline.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const RES_001: RuleHeader = {
  id: 'RES-001',
  name: '评价结果反馈期限',
  stage: 'results',
  kind: 'compute',
  source: cite('local-results-rule', '结果反馈'),
  standing: 'seen',
  parameters: ['results.feedback_days'],
}

export const RES_002: RuleHeader = {
  id: 'RES-002',
  name: '整改方案报送期限',
  stage: 'results',
  kind: 'compute',
  source: cite('local-results-rule', '整改落实'),
  standing: 'seen',
  parameters: ['results.plan_days'],
}

export const RES_006: RuleHeader = {
  id: 'RES-006',
  name: '评价结果公开期限',
  stage: 'results',
  kind: 'compute',
  source: cite('law-information-disclosure', '第二十六条'),
  parameters: ['results.disclosure_days', 'budget.working_days'],
}

export const RES_007: RuleHeader = {
  id: 'RES-007',
  name: '跟踪问效时点',
  stage: 'results',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '三（五）结果应用跟踪问效'),
  parameters: ['results.tracking_months'],
}

/** RES-001: by when the result and the 整改通知 must be sent, counted from the confirmed result. */
export function computeFeedbackDeadline(confirmedOn: string, rules: ParameterReader): Deadline {
  const days = rules.value('results.feedback_days')
  return computeDeadline(RES_001, { label: '评价结果确定日', on: confirmedOn }, days, rules)
}

/** RES-002: by when the unit must answer with its measures, counted from receipt of the notice. */
export function computePlanDeadline(receivedOn: string, rules: ParameterReader): Deadline {
  const days = rules.value('results.plan_days')
  return computeDeadline(RES_002, { label: '收到整改通知日', on: receivedOn }, days, rules)
}

/** RES-006: by when the result must be public; working days, other laws prevailing. */
export function computeResultDisclosureDeadline(formedOn: string, rules: ParameterReader): Deadline {
  const days = rules.value('results.disclosure_days')
  return computeDeadline(RES_006, { label: '评价结果形成日', on: formedOn }, days, rules)
}

/** RES-007: the days on which the effect of the application is looked at again. */
export function computeTrackingDates(
  appliedOn: string,
  rules: ParameterReader,
): Explained<{ readonly dates: readonly string[] }> {
  const months = rules.value('results.tracking_months')
  const dates = months.value.months.map((count) => addMonths(appliedOn, count))
  return {
    dates,
    explanation: explain(RES_007, {
      sentence: `结果应用后于${dates.map(formatDate).join('、')}各跟踪一次。`,
      inputs: [{ label: '结果应用日', value: appliedOn }],
      parameters: [months],
      formula: `结果应用日 + ${months.value.months.join('、')}个月`,
      result: dates.join('、'),
    }),
  }
}
