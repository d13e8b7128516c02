import type { MonitoringRoundContent } from '../../forms/contents.ts'
import { foundIf } from '../../shared/check.ts'
import type { DateText } from '../../shared/dates.ts'
import type { Finding } from '../../shared/finding.ts'
import { isBlank } from '../../forms/value.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { hasRed, type RoundLights } from './lights.ts'

/** MON-103 红灯须有纠偏措施: a red light needs a measure, a person and a day. */
export const MON_103: RuleHeader = {
  id: 'MON-103',
  name: '红灯须有纠偏措施',
  stage: 'monitoring',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（三）及时纠偏'),
}

const FIELDS = {
  correctionMeasure: '纠偏措施',
  correctionOwner: '责任人',
  correctionDueOn: '完成日期',
} as const

/** @param today the plan lies ahead, not behind */
export function checkCorrection(
  content: MonitoringRoundContent,
  lights: RoundLights,
  today: DateText,
): Finding[] {
  if (!hasRed(lights)) return []
  const missing = Object.entries(FIELDS).flatMap(([field, label]) =>
    foundIf(isBlank(content[field as keyof typeof FIELDS]), MON_103, `有红灯，请填写“${label}”。`, {
      section: 'correction',
      field,
    }),
  )
  const isPast = Boolean(content.correctionDueOn && content.correctionDueOn < today)
  return [
    ...missing,
    ...foundIf(isPast, MON_103, '纠偏完成日期已过，请填写今天以后的日期。', {
      section: 'correction',
      field: 'correctionDueOn',
    }),
  ]
}
