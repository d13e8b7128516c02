import type { LightValue } from './shapes.ts'

/** Rounds of a group under one light; amounts are whole numbers as text. */
export type LightSumsLine = {
  readonly light: LightValue | 'unreported'
  readonly projects: number
  readonly adjusted_fen: string
  readonly paid_fen: string
  readonly reached: string
  readonly weight_x100: string
}

export type WorstRound = {
  readonly recordId: string
  readonly projectId: string
  readonly jurisdictionId: string
  readonly jurisdictionName: string
  readonly projectName: string
  readonly unitName: string
  readonly light: LightValue
  readonly reason: string | null
  /** Millionths. */
  readonly executionGap: number | null
  readonly targetGap: number | null
}

export type MonitorOverview = {
  readonly month: number | null
  readonly months: readonly number[]
  readonly groups: readonly (LightSumsLine & { readonly id: string; readonly name: string })[]
  readonly worst: readonly WorstRound[]
}

export type MonitorPoint = readonly [
  recordId: string,
  projectId: string,
  jurisdictionId: string,
  name: string,
  unitName: string,
  light: LightValue,
  executionGap: number | null,
  targetGap: number | null,
]

export type MonitorPoints = {
  readonly total: number
  readonly categories: readonly (LightSumsLine & { readonly category: string })[]
  readonly points: readonly MonitorPoint[]
}
