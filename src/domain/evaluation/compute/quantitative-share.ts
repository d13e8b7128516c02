import type { ParameterReader, ParameterValues } from '../../rules/parameter-values.ts'
import { Decimal, findDecimal, formatDecimal } from '../../shared/decimal.ts'
import { formatBp, formatPercent } from '../../shared/ratio.ts'
import { type IndicatorActual, type IndicatorTarget, OPERATORS, type RowShare } from './row.ts'

type Defaults = ParameterValues['evaluation.row_defaults']
type Figures = { readonly target: Decimal; readonly actual: Decimal; readonly words: string }

const ONE = new Decimal(1)
const ZERO = new Decimal(0)

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
  const goal = findDecimal(target.value)
  const reached = findDecimal(actual.actual)
  if (goal === undefined) return missing('年度指标值没有数字，请在绩效目标中补充')
  if (reached === undefined) return missing('请填写实际完成数')
  const unit = target.unit ?? ''
  const sign = target.operator === 'range' ? '' : OPERATORS[target.operator ?? 'ge']
  const words = `目标${sign}${formatDecimal(goal, 6)}${unit}，实际${formatDecimal(reached, 6)}${unit}`
  const figures = { target: goal, actual: reached, words }
  const defaults = rules.value('evaluation.row_defaults').value
  if (target.operator === 'range') return rangeShare(figures, target)
  const isMet = compare(figures, target.operator ?? 'ge')
  if (isMet) return { ...met(figures, target), formula: '达到指标值，得满分' }
  if (target.scoringRule === 'yesno') return none(words, '直接赋分：未达到不得分')
  return underShare(figures, target, defaults)
}

function compare({ target, actual }: Figures, operator: NonNullable<IndicatorTarget['operator']>): boolean {
  switch (operator) {
    case 'ge':
      return actual.gte(target)
    case 'gt':
      return actual.gt(target)
    case 'le':
      return actual.lte(target)
    case 'lt':
      return actual.lt(target)
    default:
      return actual.eq(target)
  }
}

function met({ target, actual, words }: Figures, { operator }: IndicatorTarget): Omit<RowShare, 'formula'> {
  const isUpward = operator === 'ge' || operator === 'gt' || operator === undefined || operator === null
  const over = isUpward && target.gt(0) ? actual.minus(target).div(target) : undefined
  const base = { share: ONE, isMet: true, sentence: `${words}，已达到` }
  return over?.gt(0) ? { ...base, over } : base
}

function underShare(figures: Figures, target: IndicatorTarget, defaults: Defaults): RowShare {
  const { words } = figures
  if (figures.actual.eq(figures.target)) return none(words, '严格大于或小于，等于界限为未达到，不得分')
  if (target.operator === 'eq' && defaults.equal === 'all_or_nothing') {
    return none(words, '等于型指标不相等不得分')
  }
  if (figures.target.lte(0) || figures.actual.lt(0)) {
    return none(words, '指标值不大于零或实际为负，不按比例计算，未达到不得分')
  }
  if (isSatisfaction(target) && defaults.satisfaction === 'interpolation') {
    return interpolated(figures, defaults)
  }
  return passed(proportional(figures, target), target, defaults)
}

function isSatisfaction({ level1, scoringRule, operator }: IndicatorTarget): boolean {
  const isUpward = operator === 'ge' || operator === 'gt' || !operator
  return isUpward && (scoringRule === 'satisfaction' || (!scoringRule && level1 === 'satisfaction'))
}

function proportional({ target: goal, actual, words }: Figures, target: IndicatorTarget): RowShare {
  const isInverse = target.operator === 'le' || target.operator === 'lt'
  if (target.operator === 'eq') {
    const share = Decimal.min(goal, actual).div(Decimal.max(goal, actual))
    return under(share, words, '分值 × 较小值 ÷ 较大值')
  }
  return isInverse
    ? under(goal.div(actual), words, '反向指标：分值 × 指标值 ÷ 实际值')
    : under(actual.div(goal), words, '正向指标：分值 × 实际值 ÷ 指标值')
}

/** 78 against 90 with a floor of 60: (78 − 60) ÷ (90 − 60). */
function interpolated({ target, actual, words }: Figures, defaults: Defaults): RowShare {
  const floor = new Decimal(defaults.satisfactionFloor_bp).div(100)
  const formula = `低于${floor.toFixed()}不得分，其间按（实际 − ${floor.toFixed()}）÷（指标值 − ${floor.toFixed()}）`
  if (actual.lt(floor) || target.lte(floor)) return { ...none(words, formula), formula }
  return under(actual.minus(floor).div(target.minus(floor)), words, formula)
}

/** 及格线: below it nothing; above it the proportion, or the proportion stretched from the line. */
function passed(row: RowShare, target: IndicatorTarget, defaults: Defaults): RowShare {
  const chosen = defaults.passLine === 'none' ? 'proportion_above' : defaults.passLine
  const isOn = target.scoringRule === 'passLine' || (!target.scoringRule && defaults.passLine !== 'none')
  if (!isOn || row.share === null) return row
  const line = new Decimal(defaults.passLine_bp).div(10_000)
  const text = formatBp(defaults.passLine_bp)
  if (row.share.lt(line)) {
    return {
      ...row,
      share: ZERO,
      formula: `完成比例低于${text}不得分`,
      sentence: `${row.sentence}，未过及格线`,
    }
  }
  if (chosen === 'proportion_above') return { ...row, formula: `${row.formula}，低于${text}不得分` }
  const share = row.share.minus(line).div(ONE.minus(line))
  return { ...row, share, formula: `分值 ×（完成比例 − ${text}）÷(1 − ${text})` }
}

function rangeShare({ target, actual, words }: Figures, row: IndicatorTarget): RowShare {
  const upper = findDecimal(row.upper)
  if (upper === undefined) return missing('区间型指标缺少上限，请在绩效目标中补充')
  const sentence = `${words}（上限${formatDecimal(upper, 6)}）`
  const isInside = actual.gte(target) && actual.lte(upper)
  return isInside
    ? { share: ONE, isMet: true, formula: '在区间内得满分', sentence: `${sentence}，在区间内` }
    : { ...none(sentence, '超出区间不得分'), sentence: `${sentence}，超出区间` }
}

function under(share: Decimal, words: string, formula: string): RowShare {
  return { share, isMet: false, formula, sentence: `${words}，完成比例${formatPercent(share)}` }
}

function none(words: string, formula: string): RowShare {
  return { share: ZERO, isMet: false, formula, sentence: `${words}，未达到` }
}

/** No score yet: what is missing, in words that say what to do. */
export function missing(problem: string): RowShare {
  return { share: null, isMet: null, formula: '缺少数据，暂不计分', sentence: problem, problem }
}
