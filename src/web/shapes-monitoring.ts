import type { Explanation } from '../domain/shared/explanation.ts'
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

/** What a link shows: only the lines its owner answers for. */
export type OwnIndicators = {
  readonly projectName: string
  readonly unitName: string
  readonly personName: string
  readonly month: number
  readonly dueOn: string | null
  readonly version: number
  readonly rows: readonly OwnIndicator[]
}
export type OwnIndicator = {
  readonly id: string
  readonly name: string
  readonly targetText: string | null
  readonly actual: string | null
  readonly actualText: string | null
  readonly expected: string | null
  readonly likelihood: string | null
  readonly note: string | null
}

export type UpdateLinks = {
  readonly links: readonly {
    readonly personName: string
    readonly indicators: readonly string[]
    readonly token: string
  }[]
  readonly expiresOn: string
  readonly unanswered: readonly string[]
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

export type MonitoredProject = {
  readonly projectId: string
  readonly projectName: string
  readonly unitName: string
  readonly isKey: boolean
  readonly months: readonly number[]
  readonly openRoundId: string | null
}

export type MonitoringTasks = {
  readonly canIssue: boolean
  readonly cadences: readonly {
    readonly id: string
    readonly label: string
    readonly windows: readonly {
      readonly month: number
      readonly label: string
      readonly dueOn: string
      readonly issued: number
      readonly open: number
    }[]
  }[]
  readonly projects: readonly MonitoredProject[]
}

export type IssuedRounds = {
  readonly issued: number
  readonly key: number
  readonly dueOn: string
  readonly skipped: readonly { readonly projectName: string; readonly why: string }[]
  readonly left: number
}

export type PaymentHold = {
  readonly recordId: string
  readonly projectId: string
  readonly projectName: string
  readonly projectCode: string
  readonly unitName: string
  readonly opinionType: string
  readonly opinion: string
  readonly amount_fen: string | null
  readonly requirement: string
  readonly documentNumber: string | null
  readonly issuedOn: string
  readonly liftedOn: string | null
}
