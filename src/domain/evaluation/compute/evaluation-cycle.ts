import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_024: RuleHeader = {
  id: 'EVA-024',
  name: '评价周期',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('cz-2020-10', '评价的对象和时间'),
  parameters: ['evaluation.cycle'],
}

export const CYCLE_DUTIES = {
  department: '部门评价周期届满',
  midTerm: '应开展中期评价',
  final: '应开展实施期结束后评价',
} as const
export type CycleDuty = keyof typeof CYCLE_DUTIES

/**
 * EVA-024 评价周期: a department evaluates every key project once within so many years; a project of
 * so many years or more is evaluated halfway and when it has ended.
 * @param input.evaluations years in which a department or finance evaluation was finished
 */
export function computeEvaluationCycle(
  input: {
    readonly year: number
    readonly isKey: boolean
    readonly firstYear: number
    readonly lastYear: number
    readonly evaluations: readonly number[]
  },
  rules: ParameterReader,
): Explained<{ readonly duties: readonly CycleDuty[]; readonly middleYear: number | null }> {
  const cycle = rules.value('evaluation.cycle')
  const { keyYears, longTermYears } = cycle.value
  const { year, firstYear, lastYear, evaluations } = input
  const isLong = lastYear - firstYear + 1 >= longTermYears
  const middleYear = isLong ? firstYear + Math.floor((lastYear - firstYear + 1) / 2) : null
  const since = Math.max(firstYear - 1, ...evaluations.filter((done) => done <= year))
  const hasSince = (from: number) => evaluations.some((done) => done >= from && done <= year)
  const duties: CycleDuty[] = []
  if (input.isKey && year - since >= keyYears) duties.push('department')
  if (middleYear !== null && year >= middleYear && year <= lastYear && !hasSince(middleYear))
    duties.push('midTerm')
  if (isLong && year > lastYear && !hasSince(lastYear + 1)) duties.push('final')
  const words = duties.map((duty) => CYCLE_DUTIES[duty]).join('、')
  return {
    duties,
    middleYear,
    explanation: explain(EVA_024, {
      sentence: duties.length > 0 ? `${year}年${words}。` : `${year}年没有到期的评价。`,
      inputs: [
        { label: '实施期', value: `${firstYear}—${lastYear}年` },
        { label: '重点项目', value: input.isKey ? '是' : '否' },
        { label: '已评价年度', value: evaluations.length > 0 ? evaluations.join('、') : '无' },
      ],
      parameters: [cycle],
      formula: `重点项目每${keyYears}年至少评价一次；实施期${longTermYears}年及以上的开展中期和结束后评价`,
      result: words === '' ? '无' : words,
    }),
  }
}
