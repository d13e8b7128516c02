import type { TargetsSheetIndicatorsRow } from '../../forms/contents.ts'

type Named<K extends keyof TargetsSheetIndicatorsRow> = Readonly<
  Record<NonNullable<TargetsSheetIndicatorsRow[K]> & string, string>
>

/** The choices of the target sheet as they are printed. */
export const LEVEL1_LABELS: Named<'level1'> = {
  cost: '成本指标',
  output: '产出指标',
  benefit: '效益指标',
  satisfaction: '满意度指标',
}

export const LEVEL2_LABELS: Named<'level2'> = {
  quantity: '数量指标',
  quality: '质量指标',
  timeliness: '时效指标',
  outputCost: '成本指标',
  economicCost: '经济成本指标',
  socialCost: '社会成本指标',
  ecologicalCost: '生态环境成本指标',
  economic: '经济效益指标',
  social: '社会效益指标',
  ecological: '生态效益指标',
  sustainability: '可持续影响指标',
  serviceSatisfaction: '服务对象满意度指标',
}

export const SIGNS: Named<'operator'> = { ge: '≥', le: '≤', eq: '=', gt: '>', lt: '<', range: '' }
