import type { Explained } from '../../shared/explanation.ts'
import { formatRatio, type Ratio, ratioOf } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_012: RuleHeader = {
  id: 'EVA-012',
  name: '自评覆盖率',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('law-budget', '第五十七条'),
}

/** EVA-012: projects self-evaluated ÷ projects in the budget; a legal reason counts as covered. */
export function computeEvaluationCoverage(count: {
  readonly projects: number
  readonly evaluated: number
  readonly exempted: number
}): Explained<{ readonly rate: Ratio | undefined; readonly open: number }> {
  const open = Math.max(0, count.projects - count.evaluated - count.exempted)
  const rate = ratioOf(count.projects - open, count.projects)
  return {
    rate,
    open,
    explanation: explain(EVA_012, {
      sentence:
        open === 0
          ? `${count.projects}个项目均已自评或有法定理由，覆盖率${formatRatio(rate)}。`
          : `${count.projects}个项目中还有${open}个未自评，覆盖率${formatRatio(rate)}，应为100%。`,
      inputs: [
        { label: '列入预算的项目', value: String(count.projects) },
        { label: '已自评', value: String(count.evaluated) },
        { label: '有法定理由未自评', value: String(count.exempted) },
      ],
      formula: '（已自评 + 有法定理由）÷ 列入预算的项目',
      result: formatRatio(rate),
    }),
  }
}
