import type { Fraction } from '../../shared/fraction.ts'

/** One approved indicator, as the score needs it. Values are decimal strings, weights 0.01 point. */
export type IndicatorTarget = {
  readonly name: string
  readonly level1: string
  readonly kind: 'quant' | 'qual' | 'date' | 'yesno'
  readonly operator?: 'ge' | 'le' | 'eq' | 'gt' | 'lt' | 'range' | null
  /** The target; the lower end of a range. */
  readonly value?: string | null
  /** The upper end of a range. */
  readonly upper?: string | null
  readonly dateValue?: string | null
  readonly unit?: string | null
  readonly weight_x100: number
  readonly scoringRule?: 'proportion' | 'passLine' | 'yesno' | 'band' | 'satisfaction' | null
}

/** What was reached, as the unit filled it in. */
export type IndicatorActual = {
  readonly actual?: string | null
  readonly actualDate?: string | null
  /** Only words, e.g. 是, 已完成; used for yes-no indicators. */
  readonly actualText?: string | null
  readonly band?: 'achieved' | 'partial' | 'missed' | null
  /** The percentage chosen inside the band, e.g. `85`. */
  readonly bandPercent?: string | null
}

/** By which rule a row got its share; stored beside the score, because places choose differently. */
export const SCORING_METHODS = {
  met: '达到指标值得满分',
  proportion: '按完成比例',
  inverse: '反向指标按比例',
  passLine: '及格线以上按比例',
  passLineRescaled: '及格线以上重新折算',
  interpolation: '满意度插值',
  allOrNothing: '未达到不得分',
  range: '区间',
  late: '逾期扣分',
  yesno: '直接赋分',
  band: '评判等级',
  missing: '缺少数据',
} as const
export type ScoringMethod = keyof typeof SCORING_METHODS

/**
 * How a share of the weight was found, before it is turned into points. The words are made only when
 * somebody asks why: a province recomputes 100,000 rows a night and reads none of them.
 */
export type RowShare = {
  /** Part of the weight, 0 to 1; `null` when something is missing. */
  readonly share: Fraction | null
  readonly isMet: boolean | null
  readonly method: ScoringMethod
  /** By how much a ≥ target was exceeded, as a share of the target. */
  readonly over?: Fraction
  /** The rule in words, and what was compared. */
  readonly formula: () => string
  readonly sentence: () => string
  /** What must be filled in or corrected before a score can be given. */
  readonly problem?: string
  /** What a reviewer should look at although a score was given. */
  readonly doubt?: string
}

/** No score yet: what is missing, in words that say what to do. */
export function missing(problem: string): RowShare {
  return {
    share: null,
    isMet: null,
    method: 'missing',
    formula: () => '缺少数据，暂不计分',
    sentence: () => problem,
    problem,
  }
}

export const OPERATORS = { ge: '≥', le: '≤', eq: '=', gt: '>', lt: '<', range: '区间' } as const

const YES = /^(是|已?(完成|达到|达标|达成|建成|合格|通过|符合))/
const NO = /^(否|未|没有|不)/

/** What words say about a yes-no indicator; `undefined` when they do not say. */
export function readYesNo(actual: IndicatorActual): boolean | undefined {
  const number = actual.actual?.trim()
  if (number === '1' || number === '100') return true
  if (number === '0') return false
  const words = actual.actualText?.trim() ?? ''
  if (NO.test(words)) return false
  return YES.test(words) ? true : undefined
}
