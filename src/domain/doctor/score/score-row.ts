import {
  computeRowScore,
  type IndicatorActual,
  type IndicatorTarget,
} from '../../evaluation/compute/index.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explanation } from '../../shared/explanation.ts'
import type { Level1, Level2 } from '../read/levels.ts'
import type { Printed } from '../read/numbers.ts'
import type { DoctorIndicator } from '../table.ts'
import type { Comparison } from './compare.ts'

export type ScoredRow = {
  readonly ruleId: string
  readonly computed_x100: number | null
  readonly isMet: boolean | null
  /** Above a ≥ target by more than the rule lets pass without a word. */
  readonly isFarAbove: boolean
  readonly reason: string
}

export type RowToScore = {
  readonly row: DoctorIndicator
  readonly level1: Level1 | undefined
  readonly level2: Level2 | undefined
  readonly weight: Printed | undefined
  readonly comparison: Comparison
}

/** Elements of decision and process are judged point by point (EVA-009); a printed table lists none. */
const BY_ELEMENTS = /决策|过程|管理|投入|立项|必要|可行|规范/

/** The printed row by the rule for its kind; `null` with a reason where no rule can decide. */
export function scoreRow(given: RowToScore, rules: ParameterReader): ScoredRow {
  const { comparison, row } = given
  if (comparison.is === 'nothing') {
    const isByElements = given.level1 === undefined && BY_ELEMENTS.test(row.level1 ?? '')
    return isByElements
      ? unscored('按要点逐项评分，表中没有列出各要点是否符合，不能重算。', 'EVA-009')
      : unscored(`${comparison.why}，不能计分。`)
  }
  const weight_x100 = weightOf(given.weight)
  const asked = toRule(given, comparison, weight_x100 ?? 0)
  const scored = computeRowScore(asked.target, asked.actual, rules)
  if (weight_x100 === undefined) {
    const { isMet, isFarAbove } = scored
    const reason = row.weight === null ? '看不到分值，不能计分。' : '本行没有分值，不单独计分。'
    return { ...unscored(reason), isMet, isFarAbove }
  }
  const reason = scored.problem === null ? scored.explanation.sentence : `${scored.problem}。`
  return {
    ruleId: 'EVA-003',
    computed_x100: scored.score_x100,
    isMet: scored.isMet,
    isFarAbove: scored.isFarAbove,
    reason,
  }
}

/** The whole reason of one row, as a tree, for whoever asks why. */
export function explainRowScore(given: RowToScore, rules: ParameterReader): Explanation | undefined {
  const { comparison } = given
  const weight_x100 = weightOf(given.weight)
  if (comparison.is === 'nothing' || weight_x100 === undefined) return undefined
  const { target, actual } = toRule(given, comparison, weight_x100)
  return computeRowScore(target, actual, rules).explanation
}

function unscored(reason: string, ruleId = 'EVA-003'): ScoredRow {
  return { ruleId, computed_x100: null, isMet: null, isFarAbove: false, reason }
}

/** Weights finer than a hundredth of a point are no weights of this form. */
function weightOf(weight: Printed | undefined): number | undefined {
  return weight && weight.decimals <= 2 && weight.value.gte(0)
    ? weight.value.times(100).toNumber()
    : undefined
}

function toRule(
  { row, level1, level2 }: RowToScore,
  comparison: Exclude<Comparison, { is: 'nothing' }>,
  weight_x100: number,
): { target: IndicatorTarget; actual: IndicatorActual } {
  const isSatisfaction = level1 === 'satisfaction' || level2 === 'serviceSatisfaction'
  const base = {
    name: (row.name ?? '').trim(),
    level1: isSatisfaction ? 'satisfaction' : (level1 ?? ''),
    weight_x100,
  }
  switch (comparison.is) {
    case 'days':
      return {
        target: { ...base, kind: 'date', dateValue: comparison.due },
        actual: { actualDate: comparison.done },
      }
    case 'yesno':
      return { target: { ...base, kind: 'yesno' }, actual: { actualText: comparison.words } }
    default:
      return {
        target: {
          ...base,
          kind: 'quant',
          operator: comparison.operator,
          value: comparison.target.toFixed(),
          upper: comparison.upper?.toFixed() ?? null,
          unit: comparison.unit,
        },
        actual: { actual: comparison.actual.toFixed() },
      }
  }
}
