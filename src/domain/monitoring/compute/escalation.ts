import type { ParameterReader } from '../../rules/parameter-values.ts'
import { type DateText, formatDate } from '../../shared/dates.ts'
import { daysLate } from '../../shared/deadline.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const MON_011: RuleHeader = {
  id: 'MON-011',
  name: '整改逾期升级',
  stage: 'monitoring',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '三（三）紧盯部门整改情况'),
  standing: 'proposal',
  parameters: ['monitoring.escalation'],
}

/**
 * MON-011: who hears of it when a rectification is overdue: nobody in time, then the next step from so
 * many days on. Done late is late, but goes no further.
 */
export function computeEscalation(
  input: { readonly dueOn: DateText; readonly today: DateText; readonly doneOn?: DateText | null },
  rules: ParameterReader,
): Explained<{ readonly days: number; readonly level: string | null }> {
  const parameter = rules.value('monitoring.escalation')
  const days = daysLate(input.dueOn, input.doneOn ?? input.today)
  const step = input.doneOn ? undefined : parameter.value.steps.findLast(({ afterDays }) => days >= afterDays)
  const level = days > 0 ? (step?.id ?? null) : null
  const isRaised = level !== null && step !== undefined
  return {
    days,
    level,
    explanation: explain(MON_011, {
      sentence:
        days === 0
          ? `期限${formatDate(input.dueOn)}，没有逾期。`
          : `期限${formatDate(input.dueOn)}，逾期${days}天${isRaised ? `，${step.label}` : ''}。`,
      inputs: [
        { label: '整改期限', value: input.dueOn },
        { label: input.doneOn ? '完成日期' : '今天', value: input.doneOn ?? input.today },
      ],
      parameters: [parameter],
      formula: parameter.use.value,
      result: days === 0 ? '未逾期' : isRaised ? step.label : `逾期${days}天`,
    }),
  }
}
