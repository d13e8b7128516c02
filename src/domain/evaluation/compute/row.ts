import type { Decimal } from '../../shared/decimal.ts'

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

/** How a share of the weight was found, before it is turned into points. */
export type RowShare = {
  /** Part of the weight, 0 to 1; `null` when something is missing. */
  readonly share: Decimal | null
  readonly isMet: boolean | null
  /** By how much a ≥ target was exceeded, as a share of the target. */
  readonly over?: Decimal
  /** The rule in words, and what was compared. */
  readonly formula: string
  readonly sentence: string
  /** What must be filled in or corrected before a score can be given. */
  readonly problem?: string
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
