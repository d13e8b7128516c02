import type { ParameterReader } from '../../rules/parameter-values.ts'
import { type DateText, monthsBetween } from '../../shared/dates.ts'
import { Decimal } from '../../shared/decimal.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const ORG_001: RuleHeader = {
  id: 'ORG-001',
  name: '主评人从业年限',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('czj-2021-4', '主评人条件'),
  parameters: ['evaluation.lead_evaluator'],
}

/**
 * ORG-001: years of work and years of performance evaluation, in full months up to the first day of the
 * task's month of appointment. Both must be reached; exactly reached is enough.
 */
export function computeLeadEvaluator(
  cv: { readonly workFrom: DateText; readonly evaluationFrom: DateText; readonly appointedOn: DateText },
  rules: ParameterReader,
): Explained<{
  readonly isEligible: boolean
  readonly workMonths: number
  readonly evaluationMonths: number
}> {
  const parameter = rules.value('evaluation.lead_evaluator')
  const workMonths = Math.max(0, monthsBetween(cv.workFrom, cv.appointedOn))
  const evaluationMonths = Math.max(0, monthsBetween(cv.evaluationFrom, cv.appointedOn))
  const { years, evaluationYears } = parameter.value
  const hasWork = workMonths >= years * 12
  const hasEvaluation = evaluationMonths >= evaluationYears * 12
  const isEligible = hasWork && hasEvaluation
  return {
    isEligible,
    workMonths,
    evaluationMonths,
    explanation: explain(ORG_001, {
      sentence: `从业${inYears(workMonths)}年，从事绩效评价${inYears(evaluationMonths)}年，${isEligible ? '符合' : '不符合'}主评人条件${isEligible ? '' : `（要求${years}年和${evaluationYears}年）`}。`,
      inputs: [
        { label: '参加工作', value: cv.workFrom },
        { label: '首次从事绩效评价', value: cv.evaluationFrom },
        { label: '受聘日期', value: cv.appointedOn },
      ],
      parameters: [parameter],
      formula: `从业满${years}年，且从事绩效评价满${evaluationYears}年`,
      result: isEligible ? '符合' : '不符合',
      rounding: '按整月计算，显示一位小数',
    }),
  }
}

/** 86 months → 7.2. Full months never round up to a full year: 35 are 2.9. */
function inYears(months: number): string {
  return new Decimal(months).div(12).toFixed(1)
}
