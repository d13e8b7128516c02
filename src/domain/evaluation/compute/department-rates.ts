import type { ParameterReader } from '../../rules/parameter-values.ts'
import { findDecimal } from '../../shared/decimal.ts'
import type { Explained } from '../../shared/explanation.ts'
import { formatRatio, type Ratio, ratioOf } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_022: RuleHeader = {
  id: 'EVA-022',
  name: '部门整体支出指标',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('cz-2013-53', '部门整体支出绩效评价共性指标体系框架'),
  parameters: ['evaluation.carry_over_base'],
}

type Definition = {
  readonly name: string
  readonly top: string
  readonly base: string
  /** A change is (top − base) ÷ base; a rate is top ÷ base. */
  readonly isChange?: true
}

/** Every indicator of the framework that is a formula, with the names of its two figures. */
export const DEPARTMENT_RATES = {
  staffControl: { name: '在职人员控制率', top: '在职人员数', base: '编制数' },
  threePublicChange: {
    name: '“三公经费”变动率',
    top: '本年度“三公经费”',
    base: '上年度“三公经费”',
    isChange: true,
  },
  keySpending: { name: '重点支出安排率', top: '重点项目支出', base: '项目总支出' },
  budgetCompletion: { name: '预算完成率', top: '预算完成数', base: '预算数' },
  budgetAdjustment: { name: '预算调整率', top: '预算调整数', base: '预算数' },
  paymentProgress: { name: '支付进度率', top: '实际支付进度', base: '既定支付进度' },
  carryOver: { name: '结转结余率', top: '结转结余总额', base: '支出预算数' },
  carryOverChange: {
    name: '结转结余变动率',
    top: '本年度累计结转结余',
    base: '上年度累计结转结余',
    isChange: true,
  },
  officeControl: { name: '公用经费控制率', top: '实际支出公用经费', base: '预算安排公用经费' },
  threePublicControl: { name: '“三公经费”控制率', top: '“三公经费”实际支出', base: '“三公经费”预算' },
  procurement: { name: '政府采购执行率', top: '实际政府采购金额', base: '政府采购预算' },
  fixedAssets: { name: '固定资产利用率', top: '实际在用固定资产', base: '全部固定资产' },
  completion: { name: '实际完成率', top: '实际完成工作数', base: '计划工作数' },
  timely: { name: '完成及时率', top: '及时完成工作数', base: '计划工作数' },
  quality: { name: '质量达标率', top: '质量达标工作数', base: '实际完成工作数' },
  keyWork: { name: '重点工作办结率', top: '重点工作实际完成数', base: '重点工作应完成数' },
} as const satisfies Readonly<Record<string, Definition>>
export type DepartmentRateCode = keyof typeof DEPARTMENT_RATES

/**
 * EVA-022 部门整体支出指标: one of the framework's rates from its two figures (decimal text in one unit).
 * The base of 结转结余率 differs between places and is a parameter. Without a base there is no rate.
 */
export function computeDepartmentRate(
  input: { readonly code: DepartmentRateCode; readonly top: string; readonly base: string },
  rules: ParameterReader,
): Explained<{ readonly rate: Ratio | undefined }> {
  const definition: Definition = DEPARTMENT_RATES[input.code]
  const local = input.code === 'carryOver' ? rules.value('evaluation.carry_over_base') : undefined
  const baseName = local?.value.base === 'execution' ? '支出执行数' : definition.base
  const [top, base] = [findDecimal(input.top), findDecimal(input.base)]
  const part = top && base && definition.isChange ? top.minus(base) : top
  const rate = part && base?.gt(0) ? ratioOf(part, base) : undefined
  return {
    rate,
    explanation: explain(EVA_022, {
      sentence: `${definition.name}${formatRatio(rate)}${rate ? '' : `，没有${definition.top}或${baseName}`}。`,
      inputs: [
        { label: definition.top, value: input.top },
        { label: baseName, value: input.base },
      ],
      parameters: local ? [local] : [],
      formula: definition.isChange
        ? `（${definition.top} − ${baseName}）÷ ${baseName}`
        : `${definition.top} ÷ ${baseName}`,
      result: formatRatio(rate),
      rounding: '显示两位小数，计分用未取整的比率',
    }),
  }
}
