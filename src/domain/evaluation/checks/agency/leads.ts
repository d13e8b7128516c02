import type { EvaluationAgencyEntryContent } from '../../../forms/contents.ts'
import { computeLeadEvaluator } from '../../../org/compute/index.ts'
import type { ParameterReader } from '../../../rules/parameter-values.ts'
import { found, foundIf } from '../../../shared/check.ts'
import type { DateText } from '../../../shared/dates.ts'
import type { Explanation } from '../../../shared/explanation.ts'
import type { Finding } from '../../../shared/finding.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'

/** AGE-003 主评人: an institution has at least one lead evaluator with the years the rules ask for. */
export const AGE_003: RuleHeader = {
  id: 'AGE-003',
  name: '机构至少有一名符合条件的主评人',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('czj-2021-4', '主评人条件'),
  parameters: ['evaluation.lead_evaluator'],
}

/** One lead evaluator of the register, judged on a day; `explanation` is missing while a date is. */
export type JudgedLead = {
  readonly row: number
  readonly name: string
  readonly isEligible: boolean
  readonly explanation?: Explanation
}

/** Every lead evaluator of an entry under ORG-001 on a day, in the order of the entry. */
export function judgeLeads(
  { leads }: EvaluationAgencyEntryContent,
  on: DateText,
  rules: ParameterReader,
): JudgedLead[] {
  return (leads ?? []).map(({ name, workFrom, evaluationFrom, hasNoRecord }, row) => {
    const known = { row, name: name?.trim() ?? '' }
    if (!workFrom || !evaluationFrom) return { ...known, isEligible: false }
    const judged = computeLeadEvaluator({ workFrom, evaluationFrom, appointedOn: on }, rules)
    const isEligible = judged.isEligible && hasNoRecord !== false
    return { ...known, isEligible, explanation: judged.explanation }
  })
}

/** Who does not reach the years is named; when nobody does, the institution is not registered. */
export function checkLeads(
  content: EvaluationAgencyEntryContent,
  on: DateText,
  rules: ParameterReader,
): Finding[] {
  const judged = judgeLeads(content, on, rules)
  const where = { section: 'leads', field: 'leads' }
  return [
    ...judged.flatMap(({ row, name, isEligible, explanation }) => {
      if (isEligible) return []
      const why =
        explanation?.result === '不符合' ? explanation.sentence : '日期没有填全，或五年内有相关刑事处罚。'
      return [found(AGE_003, `“${name}”不能担任主评人：${why}`, { ...where, row }, 'warning')]
    }),
    ...foundIf(
      judged.length > 0 && judged.every(({ isEligible }) => !isEligible),
      AGE_003,
      '没有一名主评人符合从业年限，不能登记，请机构补充主评人。',
      where,
    ),
  ]
}
