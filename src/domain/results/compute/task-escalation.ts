import type { ParameterReader, ParameterValues } from '../../rules/parameter-values.ts'
import { type DateText, formatDate } from '../../shared/dates.ts'
import { daysLate } from '../../shared/deadline.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const RES_021: RuleHeader = {
  id: 'RES-021',
  name: '评价问题整改逾期升级',
  stage: 'results',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '三（五）督导部门整改'),
  standing: 'proposal',
  parameters: ['results.escalation'],
}

export type EscalationLevel = ParameterValues['results.escalation']['steps'][number]['id']

/** RES-021: how far a rectification that is still owed has gone up: nobody in time, then step by step. */
export function computeTaskEscalation(
  input: { readonly dueOn: DateText; readonly today: DateText },
  rules: ParameterReader,
): Explained<{ readonly days: number; readonly level: EscalationLevel | null }> {
  const parameter = rules.value('results.escalation')
  const days = daysLate(input.dueOn, input.today)
  const step = parameter.value.steps.filter(({ afterDays }) => days >= afterDays).pop()
  const late = `期限${formatDate(input.dueOn)}，逾期${days}天`
  return {
    days,
    level: step?.id ?? null,
    explanation: explain(RES_021, {
      sentence:
        days === 0
          ? `期限${formatDate(input.dueOn)}，没有逾期。`
          : `${late}${step ? `，${step.label}` : ''}。`,
      inputs: [
        { label: '整改期限', value: input.dueOn },
        { label: '今天', value: input.today },
      ],
      parameters: [parameter],
      formula: parameter.use.value,
      result: days === 0 ? '未逾期' : (step?.label ?? `逾期${days}天`),
    }),
  }
}
