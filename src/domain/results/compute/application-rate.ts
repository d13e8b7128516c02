import type { Explained } from '../../shared/explanation.ts'
import { formatRatio, type Ratio, ratioOf } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const RES_022: RuleHeader = {
  id: 'RES-022',
  name: '结果应用率',
  stage: 'results',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '三（五）结果应用跟踪问效'),
  standing: 'proposal',
}

/** A confirmed evaluation and what has been made of it. */
export type AppliedResult = {
  readonly project: string
  readonly hasProblems: boolean
  readonly isNoticeIssued: boolean
  readonly isBudgetDecided: boolean
}

/**
 * RES-022: results applied ÷ results confirmed. A result is applied once its problems have gone out in a
 * notice – where it has any – and the budget decision that follows from its grade is made.
 */
export function computeApplicationRate(results: readonly AppliedResult[]): Explained<{
  readonly rate: Ratio | undefined
  readonly applied: number
  readonly missing: readonly string[]
}> {
  const lacks = results.map(({ hasProblems, isNoticeIssued, isBudgetDecided }) => [
    ...(hasProblems && !isNoticeIssued ? ['未发整改通知'] : []),
    ...(isBudgetDecided ? [] : ['未作预算挂钩决定']),
  ])
  const missing = results.flatMap(({ project }, at) =>
    (lacks[at] ?? []).length > 0 ? [`${project}：${(lacks[at] ?? []).join('、')}`] : [],
  )
  const applied = results.length - missing.length
  const rate = ratioOf(applied, results.length)
  const why = missing.length > 0 ? `还没有应用的：${missing.join('；')}。` : ''
  return {
    rate,
    applied,
    missing,
    explanation: explain(RES_022, {
      sentence:
        results.length === 0
          ? '没有已确认的评价结果。'
          : `${results.length}个已确认的评价结果中${applied}个已应用，应用率${formatRatio(rate)}。${why}`,
      inputs: results.map(({ project }, at) => ({
        label: project,
        value: (lacks[at] ?? []).length > 0 ? (lacks[at] ?? []).join('、') : '已应用',
      })),
      formula: '已应用 ÷ 已确认的评价结果；有问题的已发整改通知，并且已作出预算挂钩决定，才算已应用',
      result: formatRatio(rate),
    }),
  }
}
