import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import {
  fraction,
  fromBp,
  fromRatio,
  isPositive,
  minus,
  roundFraction,
  times,
  toDecimal,
} from '../../shared/fraction.ts'
import { formatBp, formatRatio, type Ratio } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'
import { DEPARTMENT_RATES, type DepartmentRateCode } from './department-rates.ts'

export const EVA_023: RuleHeader = {
  id: 'EVA-023',
  name: '部门整体指标超限扣分',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('cz-2013-53', '各地按超出部分扣分的做法'),
  parameters: ['evaluation.department_deductions'],
}

const POINTS = fraction(100)

/**
 * EVA-023: up to the limit an indicator has its full weight; every percentage point above it costs so
 * many points, down to nothing. Places differ between 0.1 and 0.8 points, so that nationally only the
 * limits stand and the points are a person's: `null`.
 */
export function computeDepartmentDeduction(
  input: {
    readonly code: DepartmentRateCode
    readonly weight_x100: Score_x100
    readonly rate: Ratio | undefined
  },
  rules: ParameterReader,
): Explained<{ readonly score_x100: Score_x100 | null; readonly isOver: boolean }> {
  const parameter = rules.value('evaluation.department_deductions')
  const row = parameter.value.rows.find((each) => each.code === input.code)
  const above = input.rate && row ? minus(fromRatio(input.rate), fromBp(row.limit_bp)) : undefined
  const isOver = above !== undefined && isPositive(above)
  const points =
    above && row?.perPoint_x100 != null ? times(times(above, POINTS), fraction(row.perPoint_x100)) : undefined
  const score_x100 = scoreOf(
    input.weight_x100,
    isOver,
    above !== undefined,
    points && Number(roundFraction(points)),
  )
  const { name } = DEPARTMENT_RATES[input.code]
  const result = score_x100 === null ? '由评价人确定' : `${formatScore(score_x100)}分`
  const limit = row ? formatBp(row.limit_bp) : '未规定'
  const over = above ? `超出${toDecimal(times(above, POINTS)).toFixed(2)}个百分点` : ''
  return {
    score_x100,
    isOver,
    explanation: explain(EVA_023, {
      sentence: `${name}${formatRatio(input.rate)}，界限${limit}，${isOver ? over : '没有超出'}，${score_x100 === null ? '扣分由评价人确定' : `得${result}`}。`,
      inputs: [
        { label: name, value: formatRatio(input.rate) },
        { label: '分值', value: formatWeight(input.weight_x100) },
      ],
      parameters: [parameter],
      formula: `不超过${limit}得满分，每超出1个百分点扣${row?.perPoint_x100 == null ? '由本级确定的分数' : `${formatWeight(row.perPoint_x100)}分`}，扣完为止`,
      result,
      rounding: '扣分四舍五入到两位小数',
    }),
  }
}

function scoreOf(
  weight_x100: Score_x100,
  isOver: boolean,
  isKnown: boolean,
  points_x100: number | undefined,
): Score_x100 | null {
  if (!isKnown) return null
  if (!isOver) return weight_x100
  return points_x100 === undefined ? null : Math.max(0, weight_x100 - points_x100)
}
