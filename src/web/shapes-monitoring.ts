import type { Explanation } from '../domain/shared/explanation.ts'
import type { LightValue } from './shapes.ts'

/** Answers of the addresses under /api/monitoring. Shares in 万分之一. */
export type OutlookPoint = {
  readonly month: number
  readonly planned_bp: number | null
  readonly reached_bp: number | null
  readonly numerator: string | null
  readonly denominator: string | null
}

export type OutlookLine = {
  readonly line: 'money' | 'output'
  readonly title: string
  readonly points: readonly OutlookPoint[]
  readonly forecast: {
    readonly basis: 'history' | 'straight' | 'none'
    readonly mid_bp: number | null
    readonly low_bp: number | null
    readonly high_bp: number | null
    readonly chance_bp: number | null
    readonly bound_bp: number
    readonly straight_bp: number | null
    readonly curves: { readonly own: number; readonly similar: number }
    readonly band: readonly {
      readonly month: number
      readonly low_bp: number
      readonly mid_bp: number
      readonly high_bp: number
    }[]
    readonly explanation: Explanation
  }
}

export type StoredLight = {
  readonly recordId: string
  readonly fiscalYear: number
  readonly month: number
  readonly light: LightValue
  readonly reason: string
  readonly concludedOn: string
}

export type Outlook = {
  readonly fiscalYear: number
  readonly month: number | null
  readonly lines: readonly OutlookLine[]
  readonly lights: readonly StoredLight[]
}
