import { formatWanYuan } from '../domain/shared/money.ts'
import { formatBp } from '../domain/shared/ratio.ts'
import { formatWeight } from '../domain/shared/score.ts'

const FORMATS: { readonly [name: string]: (value: unknown) => string } = {
  text: (value) => (value === null ? '不设' : String(value)),
  score: (value) => formatWeight(Number(value)),
  scores: (value) =>
    Array.isArray(value) ? value.map((each) => formatWeight(Number(each))).join('或') : String(value),
  bp: (value) => (value === null ? '不设' : formatBp(Number(value))),
  points: (value) => `${Math.abs(Number(value)) / 100}个百分点`,
  wan: (value) => `${formatWanYuan(String(value)).replace(/\.00$/, '')}万元`,
  days: (value) => (value === 'working' ? '个工作日' : '个自然日'),
  count: (value) => String(Array.isArray(value) ? value.length : 0),
  list: (value) => (Array.isArray(value) ? value.map(labelOf).join('、') : String(value)),
  dimensions: (value) =>
    Array.isArray(value) ? value.map((code) => DIMENSIONS[String(code)] ?? code).join('、') : '',
  triangle: (value) => triangleText(value),
  switch: (value) => (value === true ? '启用' : '不启用'),
  caps: (value) =>
    Array.isArray(value) && value.length > 0 ? `：执行率${value.map(capText).join('，')}` : '',
  yes: (value) => (value === true ? '是' : '否'),
}

const DIMENSIONS: { readonly [code: string]: string } = {
  NEC: '立项必要性',
  ECO: '投入经济性',
  TGT: '绩效目标合理性',
  IMP: '实施方案有效性',
  FND: '筹资合规性',
}

const WORDS: { readonly [code: string]: string } = {
  department: '主管部门初审',
  finance_business: '财政业务股初审',
  both: '主管部门、财政业务股依次初审',
  proportion: '按比例',
  all_or_nothing: '全有全无',
  interpolation: '插值',
  zero: '不得分',
  per_day: '按天扣分',
  band: '按评判等级',
  flag: '不计总分，须说明原因',
  rescale: '按其余分值折算',
  none: '不设及格线',
  proportion_above: '及格线以上按比例',
  rescaled_above: '及格线以上重新折算',
  pass: '通过',
  pass_after_corrections: '修改完善后通过',
  return: '退回修改',
  refuse: '不予通过',
  budget: '支出预算数',
  execution: '支出执行数',
  benefit: '效益指标',
  output: '产出指标',
  excellent: '优',
  good: '良',
  fair: '中',
  poor: '差',
}

/**
 * Puts a parameter's value into its Chinese reading: `优 ≥ {excellent_x100:score}` → `优 ≥ 90`.
 * Unknown places stay visible, so that the catalogue test sees them.
 */
export function readValue(template: string, value: unknown): string {
  return template.replace(/\{([^{}:]*)(?::(\w+))?\}/g, (whole, path: string, format = 'text') => {
    const found = valueAt(value, path)
    const show = FORMATS[format]
    if (found === undefined || show === undefined) return whole
    const shown = show(found)
    return format === 'text' ? (WORDS[shown] ?? shown) : shown
  })
}

/** -10%、0%、5%: lowest, most likely, highest. */
function triangleText(value: unknown): string {
  const { low_bp, mode_bp, high_bp } = (value ?? {}) as Readonly<Record<string, number>>
  return [low_bp, mode_bp, high_bp].map((bp) => formatBp(bp ?? 0)).join('、')
}

/** The value at `a.b`; an empty path is the whole. */
export function valueAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .filter((key) => key !== '')
    .reduce<unknown>(
      (inner, key) =>
        inner !== null && typeof inner === 'object' ? (inner as Record<string, unknown>)[key] : undefined,
      value,
    )
}

function capText(step: { readonly below_bp: number; readonly cap_x100: number }): string {
  return `低于${formatBp(step.below_bp)}的最高${formatWeight(step.cap_x100)}分`
}

function labelOf(item: unknown): string {
  return item !== null && typeof item === 'object' && 'label' in item ? String(item.label) : String(item)
}
