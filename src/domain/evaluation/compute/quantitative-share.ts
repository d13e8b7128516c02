import type { ParameterReader, ParameterValues } from '../../rules/parameter-values.ts'
import { formatDecimal } from '../../shared/decimal.ts'
import {
  compareFractions,
  findFraction,
  type Fraction,
  fraction,
  fromBp,
  isPositive,
  larger,
  minus,
  ONE,
  over,
  smaller,
  times,
  toDecimal,
  ZERO,
} from '../../shared/fraction.ts'
import { formatBp, formatPercent } from '../../shared/ratio.ts'
import {
  type IndicatorActual,
  type IndicatorTarget,
  missing,
  OPERATORS,
  type RowShare,
  type ScoringMethod,
} from './row.ts'

type Defaults = ParameterValues['evaluation.row_defaults']
type Figures = { readonly goal: Fraction; readonly reached: Fraction; readonly words: () => string }

const HUNDRED = fraction(100)

/**
 * The share of the weight a number earns.
 *
 * Reached is full. Not reached is the proportion where one makes sense: a target of zero or less or a
 * negative actual has none and earns nothing. Strict signs are taken as written: on the bound is not
 * reached, and there is no proportion to give.
 */
export function quantitativeShare(
  target: IndicatorTarget,
  actual: IndicatorActual,
  rules: ParameterReader,
): RowShare {
  const goal = findFraction(target.value)
  const reached = findFraction(actual.actual)
  if (goal === undefined) return missing('年度指标值没有数字，请在绩效目标中补充')
  if (reached === undefined) return missing('请填写实际完成数')
  const figures = { goal, reached, words: () => wordsOf(target, goal, reached) }
  if (target.operator === 'range') return rangeShare(figures, target)
  const row = pointShare(figures, target, rules)
  // “≤ 0 起事故” is a sound target; a target of nothing to be reached from below is not.
  const isOdd = goal.top < 0n || reached.top < 0n || (goal.top === 0n && isUpward(target))
  return isOdd ? { ...row, doubt: '指标值不大于零或实际完成数为负，没有按比例计分' } : row
}

function pointShare(figures: Figures, target: IndicatorTarget, rules: ParameterReader): RowShare {
  const order = compareFractions(figures.reached, figures.goal)
  if (isReached(order, target.operator ?? 'ge')) return met(figures, target)
  if (target.scoringRule === 'yesno') return nothing(figures, '直接赋分：未达到不得分', 'yesno')
  if (order === 0) return nothing(figures, '严格大于或小于，等于界限为未达到，不得分')
  return underShare(figures, target, rules.value('evaluation.row_defaults').value)
}

function isReached(order: number, operator: NonNullable<IndicatorTarget['operator']>): boolean {
  switch (operator) {
    case 'ge':
      return order >= 0
    case 'gt':
      return order > 0
    case 'le':
      return order <= 0
    case 'lt':
      return order < 0
    default:
      return order === 0
  }
}

function isLower({ operator }: IndicatorTarget): boolean {
  return operator === 'le' || operator === 'lt'
}

function isUpward({ operator }: IndicatorTarget): boolean {
  return operator === 'ge' || operator === 'gt' || operator === undefined || operator === null
}

function met({ goal, reached, words }: Figures, target: IndicatorTarget): RowShare {
  const isOver = isUpward(target) && isPositive(goal) && compareFractions(reached, goal) > 0
  return {
    share: ONE,
    isMet: true,
    method: 'met',
    ...(isOver ? { over: over(minus(reached, goal), goal) } : {}),
    formula: () => '达到指标值，得满分',
    sentence: () => `${words()}，已达到`,
  }
}

function underShare(figures: Figures, target: IndicatorTarget, defaults: Defaults): RowShare {
  if (target.operator === 'eq' && defaults.equal === 'all_or_nothing') {
    return nothing(figures, '等于型指标不相等不得分')
  }
  if (!isPositive(figures.goal) || figures.reached.top < 0n) {
    return nothing(figures, '指标值不大于零或实际为负，不按比例计算，未达到不得分')
  }
  if (isSatisfaction(target) && defaults.satisfaction === 'interpolation') {
    return interpolated(figures, defaults)
  }
  return passed(proportional(figures, target), target, defaults)
}

function isSatisfaction(target: IndicatorTarget): boolean {
  const { level1, scoringRule } = target
  return isUpward(target) && (scoringRule === 'satisfaction' || (!scoringRule && level1 === 'satisfaction'))
}

function proportional({ goal, reached, words }: Figures, target: IndicatorTarget): RowShare {
  if (target.operator === 'eq') {
    const share = over(smaller(goal, reached), larger(goal, reached))
    return under(share, words, '分值 × 较小值 ÷ 较大值', 'proportion')
  }
  return isLower(target)
    ? under(over(goal, reached), words, '反向指标：分值 × 指标值 ÷ 实际值', 'inverse')
    : under(over(reached, goal), words, '正向指标：分值 × 实际值 ÷ 指标值', 'proportion')
}

/** 78 against 90 with a floor of 60: (78 − 60) ÷ (90 − 60). */
function interpolated(figures: Figures, defaults: Defaults): RowShare {
  const { goal, reached, words } = figures
  const floor = times(fromBp(defaults.satisfactionFloor_bp), HUNDRED)
  const shown = formatBp(defaults.satisfactionFloor_bp).replace('%', '')
  const formula = `低于${shown}不得分，其间按（实际 − ${shown}）÷（指标值 − ${shown}）`
  if (compareFractions(reached, floor) < 0 || compareFractions(goal, floor) <= 0) {
    return nothing(figures, formula, 'interpolation')
  }
  return under(over(minus(reached, floor), minus(goal, floor)), words, formula, 'interpolation')
}

/** 及格线: below it nothing; above it the proportion, or the proportion stretched from the line. */
function passed(row: RowShare, target: IndicatorTarget, defaults: Defaults): RowShare {
  const chosen = defaults.passLine === 'none' ? 'proportion_above' : defaults.passLine
  const isOn = target.scoringRule === 'passLine' || (!target.scoringRule && defaults.passLine !== 'none')
  if (!isOn || row.share === null) return row
  const line = fromBp(defaults.passLine_bp)
  const text = formatBp(defaults.passLine_bp)
  const method = chosen === 'proportion_above' ? 'passLine' : 'passLineRescaled'
  if (compareFractions(row.share, line) < 0) {
    return {
      ...row,
      share: ZERO,
      method,
      formula: () => `完成比例低于${text}不得分`,
      sentence: () => `${row.sentence()}，未过及格线`,
    }
  }
  if (chosen === 'proportion_above') {
    return { ...row, method, formula: () => `${row.formula()}，低于${text}不得分` }
  }
  const share = over(minus(row.share, line), minus(ONE, line))
  return { ...row, share, method, formula: () => `分值 ×（完成比例 − ${text}）÷（1 − ${text}）` }
}

function rangeShare({ goal, reached, words }: Figures, target: IndicatorTarget): RowShare {
  const upper = findFraction(target.upper)
  if (upper === undefined) return missing('区间型指标缺少上限，请在绩效目标中补充')
  const isInside = compareFractions(reached, goal) >= 0 && compareFractions(reached, upper) <= 0
  return {
    share: isInside ? ONE : ZERO,
    isMet: isInside,
    method: 'range',
    formula: () => (isInside ? '在区间内得满分' : '超出区间不得分'),
    sentence: () =>
      `${words()}（上限${formatDecimal(toDecimal(upper), 6)}），${isInside ? '在区间内' : '超出区间'}`,
  }
}

function under(share: Fraction, words: () => string, formula: string, method: ScoringMethod): RowShare {
  return {
    share,
    isMet: false,
    method,
    formula: () => formula,
    sentence: () => `${words()}，完成比例${formatPercent(toDecimal(share))}`,
  }
}

function nothing({ words }: Figures, formula: string, method: ScoringMethod = 'allOrNothing'): RowShare {
  return {
    share: ZERO,
    isMet: false,
    method,
    formula: () => formula,
    sentence: () => `${words()}，未达到`,
  }
}

function wordsOf({ operator, unit }: IndicatorTarget, goal: Fraction, reached: Fraction): string {
  const sign = operator === 'range' ? '' : OPERATORS[operator ?? 'ge']
  const shown = (figure: Fraction) => `${formatDecimal(toDecimal(figure), 6)}${unit ?? ''}`
  return `目标${sign}${shown(goal)}，实际${shown(reached)}`
}
