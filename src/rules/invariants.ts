import { areKnotsRising } from '../domain/results/compute/what-if/weight.ts'
import { DEPARTMENT_RATES } from '../domain/evaluation/compute/index.ts'
import type { ParameterId, ParameterValues } from '../domain/rules/parameter-values.ts'

type Invariants = { readonly [K in ParameterId]?: (value: ParameterValues[K]) => string[] }

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const refuse = (isWrong: boolean, reason: string) => (isWrong ? [reason] : [])
const pointFaults = (items: readonly { readonly weight_x100: number }[]) =>
  refuse(sum(items.map(({ weight_x100 }) => weight_x100)) !== 100_00, '各项分值合计应为 100')
const order = (monthDay: string) => Number(monthDay.replace('-', ''))

/** What must hold inside a value beyond its shape; each answers with the faults it found. */
const INVARIANTS: Invariants = {
  'evaluation.grade_cutoffs': (v) =>
    refuse(!(v.excellent_x100 > v.good_x100 && v.good_x100 > v.fair_x100), '优、良、中的分数线应依次降低'),
  'evaluation.qualitative_bands': ({ bands }) => [
    ...refuse(bands[0]?.to_bp !== 10_000 || bands.at(-1)?.from_bp !== 0, '各档应从 100% 连到 0%'),
    ...refuse(
      bands.some((band, i) => i > 0 && band.to_bp !== bands[i - 1]?.from_bp),
      '相邻两档应首尾相接',
    ),
  ],
  'evaluation.self_form_weights': ({ groups, ownRows }) => [
    ...refuse(sum(groups.map((group) => group.weight_x100)) !== 100_00, '各组分值合计应为 100'),
    ...groups.flatMap(({ title, levels, weight_x100 }) =>
      refuse(
        sum(ownRows.filter(({ level }) => levels.includes(level)).map((row) => row.weight_x100)) >
          weight_x100,
        `“${title}”自带指标的分值超过本组分值`,
      ),
    ),
  ],
  'evaluation.low_execution_cap': ({ isOn, steps }) => [
    ...refuse(isOn && steps.length === 0, '启用封顶时至少要有一档'),
    ...refuse(
      steps.some((step, i) => i > 0 && step.below_bp >= (steps[i - 1]?.below_bp ?? 0)),
      '各档执行率应依次降低',
    ),
    ...refuse(
      steps.some((step, i) => i > 0 && step.cap_x100 >= (steps[i - 1]?.cap_x100 ?? 0)),
      '执行率越低，最高得分应越低',
    ),
  ],
  'exante.option_values': (v) =>
    refuse(
      !(v.excellent_bp >= v.good_bp && v.good_bp >= v.fair_bp && v.fair_bp >= v.poor_bp),
      '四档应依次降低',
    ),
  'results.what_if_weights': ({ knots }) =>
    refuse(!areKnotsRising(knots), '得分越高，权重应越高；各点应按得分从低到高列出'),
  'exante.amount_thresholds': (v) =>
    refuse(BigInt(v.department_fen) > BigInt(v.finance_fen), '部门评估的起点金额不应高于财政评估'),
  'exante.rubric': rubricFaults,
  'exante.policy_rubric': rubricFaults,
  'exante.affordability_pressure': (v) => refuse(v.warn_bp > v.fail_bp, '预警线不应高于不可承受线'),
  'exante.affordability_shocks': ({ shocks }) =>
    refuse(new Set(shocks.map(({ id }) => id)).size !== shocks.length, '各种冲击的代码不应重复'),
  'exante.affordability_simulation': (v) =>
    [v.revenue, v.transfers, v.guarantees, v.cost].flatMap(({ low_bp, mode_bp, high_bp }) =>
      refuse(!(low_bp <= mode_bp && mode_bp <= high_bp), '最低、最可能、最高应依次增大'),
    ),
  'targets.level1_weights': (v) => [
    ...refuse(
      v.output_x100 + v.benefit_x100 + v.satisfaction_x100 + v.execution_x100 !== 100_00,
      '各一级指标与预算执行率分值合计应为 100',
    ),
    ...refuse(
      sum(Object.values(v.withCost)) + v.execution_x100 !== 100_00,
      '单设成本指标时各一级指标与预算执行率分值合计应为 100',
    ),
  ],
  'targets.catalogue': ({ catalogues, ...used }) =>
    refuse(
      Object.values(used).some((code) => !catalogues.some((one) => one.code === code)),
      '所用目录应在可用目录中',
    ),
  'targets.review_points': ({ aspects }) => [
    ...refuse(sum(aspects.map((a) => a.points_x100)) !== 100_00, '四个方面分值合计应为 100'),
    ...aspects.flatMap((a) =>
      refuse(
        sum(a.lines.map((l) => l.points_x100)) !== a.points_x100,
        `“${a.label}”各要点分值合计与该方面不等`,
      ),
    ),
  ],
  'targets.review_grade_bands': (v) =>
    refuse(!(v.excellent_bp > v.good_bp && v.good_bp > v.fair_bp), '优、良、中的比例应依次降低'),
  'pilot.acceptance_criteria': ({ items }) => pointFaults(items),
  'pilot.selection_ranking': ({ items }) => pointFaults(items),
  'pilot.place_ranking': ({ items }) => pointFaults(items),
  'evaluation.report_acceptance': (v) => [
    ...refuse(sum(v.items.map((item) => item.points_x100)) !== 100_00, '各项分值合计应为 100'),
    ...refuse(v.redoBelow_x100 > v.reviseBelow_x100, '重新评价的分数线不应高于修改的分数线'),
  ],
  'evaluation.expert_appraisal': (v) => [
    ...refuse(sum(v.items.map((item) => item.points_x100)) !== 100_00, '各项分值合计应为 100'),
    ...refuse(!(v.excellent_x100 > v.good_x100 && v.good_x100 > v.pass_x100), '各档分数线应依次降低'),
  ],
  'evaluation.department_deductions': ({ rows }) =>
    refuse(
      rows.some(({ code }) => !Object.hasOwn(DEPARTMENT_RATES, code)),
      '指标代码应为部门整体支出指标之一',
    ),
  'budget.calendar': ({ steps }) =>
    refuse(
      steps.some((step) => step.fromYear * 10_000 + order(step.from) > step.toYear * 10_000 + order(step.to)),
      '各环节开始日期不应晚于结束日期',
    ),
  'monitoring.escalation': ({ steps }) =>
    refuse(
      steps.some((step, i) => i > 0 && step.afterDays <= (steps[i - 1]?.afterDays ?? 0)),
      '各级逾期天数应依次增加',
    ),
  'monitoring.light_thresholds': (v) => refuse(v.redBelow_bp > v.yellowBelow_bp, '红灯线不应高于黄灯线'),
  'pilot.projects_per_jurisdiction': (v) => refuse(v.minimum > v.maximum, '下限不应大于上限'),
  'pilot.period': (v) => refuse(v.from > v.to, '开始日期不应晚于结束日期'),
}

function rubricFaults({ dimensions }: ParameterValues['exante.rubric']): string[] {
  return [
    ...refuse(sum(dimensions.map((d) => d.points_x100)) !== 100_00, '各维度分值合计应为 100'),
    ...dimensions.flatMap((d) =>
      refuse(
        sum(d.items.map((i) => i.points_x100)) !== d.points_x100,
        `“${d.label}”各要点分值合计与维度分值不等`,
      ),
    ),
  ]
}

/** The faults of a value whose shape is already right. */
export function checkInvariants<K extends ParameterId>(id: K, value: ParameterValues[K]): string[] {
  return INVARIANTS[id]?.(value) ?? []
}
