import fc from 'fast-check'
import type { DoctorFund, DoctorIndicator, DoctorTable } from '../../src/domain/doctor/index.ts'
import { TABLE_KINDS, type TableKind } from '../../src/domain/doctor/index.ts'

/** Cells as real forms print them, and as nobody should. */
const QUIRKS = [
  '',
  '/',
  '—',
  '……',
  '0',
  '100',
  '100%',
  '≥95%',
  '>=85',
  '≦100%',
  '═8个',
  '不低于3.5米',
  '60%及以上',
  '≥ + 735 + 人次',
  '290%',
  'IO个',
  '8万兀',
  'M.8',
  '.32',
  ',5',
  '10≥266米≥266米10',
  '2312222',
  '每亩300',
  '18—54周岁',
  '12月底之前完成',
  '2021.1.1-12.31',
  '9月前',
  '2023年2月30日',
  '达成预期指标',
  '基本完成1429.39hm',
  '逾20多万人次',
  '完成',
  '显著提升',
  '好坏',
  '公里',
  '≧ %',
  '854万(…400万元…)',
  '215,457.6',
  '-5',
  '≤-5%',
  '1e400',
  '99999999999999999999',
  '0.0000000001',
  '★',
  '其中',
  '指标2',
  '(0-20)分',
  '\u0000',
  '𠮷',
  '请填写',
]
const NAMES = [
  '建设数量',
  '★受益人口数(≥**人)',
  '指标1:',
  '其中桃树种植面积',
  '项目总成本',
  '安全事故',
  '群众满意度(≥**%)',
  '2020年',
  '88',
  '资金金额',
  '预算执行率',
]
const LEVEL1 = [
  '产出指标(50分)',
  '效益指标',
  '满意度指标',
  '成本指标(0-20)分',
  '项目决策 2分',
  '实施效果指标',
  '',
]
const LEVEL2 = [
  '数量指标',
  '质量指标',
  '时效指标',
  '成本指标',
  '经济效益指标',
  '可持续影响指标',
  '服务对象满意度指标',
  '过程指标',
  '',
]
const LABELS = [
  '年度资金总额',
  '其中:财政拨款',
  '其他资金',
  '(一)财政拨款小计',
  '1、一般公共预算',
  '统筹整合资金',
  '中央资金',
  '合计',
  '',
]

const cell = fc.option(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...QUIRKS) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  ),
  { nil: null },
)
const number = fc.integer({ min: 0, max: 100_000 }).map((n) => String(n / 100))
const figure = fc.oneof({ weight: 4, arbitrary: number }, { weight: 1, arbitrary: cell })
const signed = fc
  .tuple(
    fc.constantFrom('≥', '≤', '=', '', '>=', '不低于'),
    number,
    fc.constantFrom('个', '%', '万元', '', '公里'),
  )
  .map((parts) => parts.join(''))
const value = fc.oneof({ weight: 3, arbitrary: signed }, { weight: 2, arbitrary: cell })
const points = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 300 }).map((n) => String(n / 10)) },
  { weight: 1, arbitrary: cell },
)
const among = (words: readonly string[]) => fc.option(fc.constantFrom(...words), { nil: null, freq: 9 })

const indicator: fc.Arbitrary<DoctorIndicator> = fc.record({
  place: fc.constant(''),
  level1: among(LEVEL1),
  level2: among(LEVEL2),
  name: fc.oneof(among(NAMES), cell),
  target: value,
  actual: value,
  weight: points,
  score: points,
  reason: cell,
})

const fund: fc.Arbitrary<DoctorFund> = fc.record({
  place: fc.constant(''),
  label: fc.oneof(among(LABELS), cell),
  initial: figure,
  adjusted: figure,
  executed: figure,
  weight: points,
  rate: fc.oneof(
    number.map((n) => `${n}%`),
    figure,
  ),
  score: points,
})

/** Any table a reader might hand over. */
export const anyTable: fc.Arbitrary<DoctorTable> = fc.record({
  kind: fc.constantFrom(...(Object.keys(TABLE_KINDS) as TableKind[])),
  form: fc.constantFrom('table', 'narrative'),
  isComplete: fc.boolean(),
  isOcr: fc.boolean(),
  amountUnit: fc.constantFrom('万元', '元'),
  year: fc.option(fc.integer({ min: 2015, max: 2027 }), { nil: null }),
  title: cell,
  projectName: cell,
  department: cell,
  unit: cell,
  annualGoal: cell,
  goalReached: cell,
  funds: fc.array(fund, { maxLength: 5 }),
  indicators: fc.array(indicator, { maxLength: 6 }),
  totalWeight: points,
  totalScore: points,
  grade: fc.constantFrom('优', '良', '', null),
  conclusions: cell,
  text: cell,
})
