import { Decimal } from '../../shared/decimal.ts'
import { assumeDirection, type TargetOperator } from '../../targets/compute/index.ts'
import type { Reading } from '../read/read-value.ts'
import { areComparable, scaleOf } from '../read/units.ts'

/** Target and actual side by side, in the target's unit, or why they cannot stand so. */
export type Comparison =
  | {
      readonly is: 'numbers'
      readonly operator: TargetOperator
      readonly target: Decimal
      /** Upper end of a range. */
      readonly upper?: Decimal
      readonly actual: Decimal
      readonly unit: string
      /** The sign is printed, or the kind of indicator leaves no doubt which way is good. */
      readonly isClear: boolean
    }
  | {
      readonly is: 'days'
      readonly due: string
      readonly done: string
      /** 9月前 may be the last of August or of September. */
      readonly isClear: boolean
    }
  | { readonly is: 'yesno'; readonly words: string }
  | { readonly is: 'nothing'; readonly why: string }

export type ComparedWords = { readonly name: string; readonly level1?: string; readonly level2?: string }

/** Puts what was reached beside what was promised. */
export function compareValues(target: Reading, actual: Reading, words: ComparedWords): Comparison {
  const because = missingWords(target, actual)
  if (because !== undefined) return { is: 'nothing', why: because }
  const [goal, reached] = [target.parsed, actual.parsed]
  if (goal.kind === 'date') {
    return reached.kind === 'date'
      ? { is: 'days', due: goal.date, done: reached.date, isClear: !isDoubtful(goal) && !isDoubtful(reached) }
      : { is: 'nothing', why: `指标值是日期，实际完成值“${shorten(actual.printed)}”读不出哪一天` }
  }
  if (goal.kind === 'yesno' && goal.isYes) return { is: 'yesno', words: (actual.printed ?? '').trim() }
  if (goal.kind !== 'quant') return { is: 'nothing', why: '指标值是文字，由评价人按等级评分' }
  if (reached.kind !== 'quant' || reached.upper !== undefined) {
    return { is: 'nothing', why: `实际完成值“${shorten(actual.printed)}”不是一个数，不能与指标值比较` }
  }
  const factor = factorBetween(reached.unit, goal.unit)
  if (factor === undefined) {
    return {
      is: 'nothing',
      why: `指标值以“${goal.unit}”计，实际完成值以“${reached.unit}”计，单位不同不能比较`,
    }
  }
  const value = new Decimal(goal.value)
  // One project promised, “100%” reached: a share of it, not a hundred.
  if (goal.unit === '' && reached.unit === '%' && value.lt(SMALLEST_RATE)) {
    return { is: 'nothing', why: `指标值“${shorten(target.printed)}”没有单位，实际完成值是比率，不能比较` }
  }
  const printed = new Decimal(reached.value)
  const isShare = isShareOfOne(goal.unit, value, reached.unit, printed)
  return {
    is: 'numbers',
    operator: goal.operator,
    target: value,
    ...(goal.upper === undefined ? {} : { upper: new Decimal(goal.upper) }),
    actual: isShare ? printed.times(100) : factor.eq(1) ? printed : printed.times(factor),
    unit: goal.unit,
    isClear: goal.signIn !== 'none' || assumeDirection(words, goal.unit).isClear,
  }
}

function isDoubtful({ notes }: { readonly notes: readonly string[] }): boolean {
  return notes.some((note) => note.endsWith('请核对'))
}

/** Below it a bare number is hardly a percentage. */
const SMALLEST_RATE = 10
const SAME = new Decimal(1)

/** How many of the target's units one unit of the actual is; without a unit it is the same one. */
function factorBetween(from: string, to: string): Decimal | undefined {
  if (from === to || from === '' || to === '') return SAME
  const [one, other] = [scaleOf(from), scaleOf(to)]
  return areComparable(one.base, other.base) ? one.factor.div(other.factor) : undefined
}

/** A rate of 95 % reached as a bare 0.98 is 98 %, not a hundredth of it. */
function isShareOfOne(unit: string, target: Decimal, actualUnit: string, actual: Decimal): boolean {
  return unit === '%' && actualUnit === '' && target.gte(SMALLEST_RATE) && actual.gt(0) && actual.lte(1)
}

function missingWords(target: Reading, actual: Reading): string | undefined {
  if (target.printed === null) return '看不到指标值'
  if (target.parsed.kind === 'none') return '没有指标值'
  if (actual.printed === null) return '看不到实际完成值'
  if (actual.parsed.kind === 'none') return '没有实际完成值'
  return undefined
}

export function shorten(text: string | null, length = 24): string {
  const plain = (text ?? '').trim()
  return plain.length > length ? `${plain.slice(0, length)}…` : plain
}
