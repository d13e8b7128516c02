import type { ParameterReader } from '../../rules/parameter-values.ts'
import { type DateText, formatDate } from '../../shared/dates.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const TGT_006: RuleHeader = {
  id: 'TGT-006',
  name: '目标调整截止',
  stage: 'targets',
  kind: 'compute',
  source: cite('jiheng-default', '年末调整应从严'),
  parameters: ['targets.adjustment_last_day'],
}

/**
 * TGT-006: a target is not adjusted after the last day of its year's window, nor once the year is being
 * self-evaluated: whoever already knows the result must not move the mark.
 */
export function computeAdjustmentWindow(
  input: {
    readonly fiscalYear: number
    readonly requestedOn: DateText
    readonly selfEvaluationBegunOn?: DateText | null
  },
  rules: ParameterReader,
): Explained<{ readonly isOpen: boolean; readonly lastDay: DateText }> {
  const parameter = rules.value('targets.adjustment_last_day')
  const { fiscalYear, requestedOn, selfEvaluationBegunOn } = input
  const lastDay = `${fiscalYear}-${parameter.value.day}`
  const isLate = requestedOn > lastDay
  const isEvaluated = Boolean(selfEvaluationBegunOn && selfEvaluationBegunOn <= requestedOn)
  const reasons = [
    ...(isLate ? [`已过截止日${formatDate(lastDay)}`] : []),
    ...(isEvaluated ? ['自评已经开始'] : []),
  ]
  return {
    isOpen: reasons.length === 0,
    lastDay,
    explanation: explain(TGT_006, {
      sentence:
        reasons.length === 0
          ? `${formatDate(requestedOn)}提出，在截止日${formatDate(lastDay)}以内，可以申请调整。`
          : `${formatDate(requestedOn)}提出，${reasons.join('，')}，不再调整绩效目标。`,
      inputs: [
        { label: '预算年度', value: String(fiscalYear) },
        { label: '申请日期', value: requestedOn },
        ...(selfEvaluationBegunOn ? [{ label: '自评开始日期', value: selfEvaluationBegunOn }] : []),
      ],
      parameters: [parameter],
      formula: '申请日期不晚于截止日，且自评尚未开始',
      result: reasons.length === 0 ? '可以调整' : '不再调整',
    }),
  }
}
