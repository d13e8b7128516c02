import { parseTargetText } from '../targets/compute/parse-target.ts'
import { normaliseTargetText } from '../targets/compute/normalise-text.ts'
import type { LibraryIndicator } from './indicator.ts'
import { isCost, isLevelPair } from './levels.ts'

/** A quantity that has no unit of measure says so. */
export const NO_UNIT = '无量纲'

/** Shorter than this, a definition cannot say who counts what and when. */
const DEFINITION_MIN = 15
const PRINTED_TARGET = /[≥≤≧≦═<>＜＞]|\*\*/

/**
 * Whether an indicator is fit for the library; the same question for files and for local proposals.
 * @returns one sentence per fault, empty when it is fit
 */
export function checkIndicator(indicator: LibraryIndicator): string[] {
  const { level1, level2, name, definition, synonyms } = indicator
  return [
    ...when(!isLevelPair(level1, level2), `二级指标 ${level2} 不属于一级指标 ${level1}`),
    ...when(level2 === 'outputCost', '成本指标在库中统一放在一级指标“成本指标”下'),
    ...when(PRINTED_TARGET.test(name), '指标名称中不要写符号和指标值'),
    ...when(definition.length < DEFINITION_MIN, '指标说明过短，请写明统计对象、范围和时点'),
    ...when(new Set([name, ...synonyms]).size <= synonyms.length, '同义写法重复或与名称相同'),
    ...checkMeasure(indicator),
    ...checkExample(indicator),
  ]
}

function checkMeasure({ kind, operator, unit, count, level1, level2, formula }: LibraryIndicator): string[] {
  if (kind !== 'quant') {
    return when(
      operator !== undefined || unit !== undefined || count !== undefined,
      '只有定量指标才写符号、度量单位和累计方式',
    )
  }
  return [
    ...when(!operator, '定量指标应写明符号'),
    ...when(!unit, '定量指标应写明度量单位'),
    ...when(!count, '定量指标应写明累计数或时点数'),
    ...when(operator === 'ge' && isCost(level1, level2), '成本指标的符号应为≤或=，不能为≥'),
    ...when((unit === '%' || unit === '‰') && !formula.includes('÷'), '比率应写明分子和分母'),
    ...when(
      count === 'cumulative' && isRatio(unit) && !formula.includes('计划'),
      '比率和单位成本按时点数计，只有占全年计划的完成率可以累计',
    ),
  ]
}

/** A rate read in June stands for itself; scaled by time it would be half of what it is. */
function isRatio(unit: string | undefined): boolean {
  return unit !== undefined && (['%', '‰', '倍'].includes(unit) || unit.includes('/'))
}

/** The example must be read by the product itself as what the indicator says it is. */
function checkExample({ kind, operator, unit, example, name, level2 }: LibraryIndicator): string[] {
  const parsed = parseTargetText(example, { name, level2 })
  if (kind === 'date') return when(parsed.kind !== 'date', `示例“${example}”读不出日期`)
  if (kind === 'yesno') return when(example !== '是' && example !== '否', '是否类指标的示例应为“是”或“否”')
  if (kind === 'qual') return when(parsed.kind !== 'text', '定性指标的示例应为要达到的状态')
  if (parsed.kind !== 'quant') return [`示例“${example}”读不出数值`]
  const expected = unit === NO_UNIT ? '' : normaliseTargetText(unit ?? '')
  return [
    ...when(parsed.isOperatorAssumed, `示例“${example}”没有符号`),
    ...when(parsed.operator !== operator, `示例“${example}”的符号与指标方向不一致`),
    ...when(parsed.unit !== expected, `示例“${example}”的单位与“${unit}”不一致`),
    ...when(unit === '%' && Number(parsed.value) > 100, `示例“${example}”超过100%`),
    ...when(unit === '%' && operator === 'ge' && Number(parsed.value) === 100, '最高100%的比率应写“=100%”'),
  ]
}

function when(isWrong: boolean, what: string): string[] {
  return isWrong ? [what] : []
}
