import type { Explanation } from '../domain/shared/explanation.ts'

export type MilestoneLine = {
  readonly code: string
  readonly label: string
  readonly from: string
  readonly to: string
  readonly state: 'early' | 'open' | 'done' | 'late'
  readonly doneOn: string | null
  readonly days: number
  readonly sentence: string
}
export type CalendarPlace = {
  readonly id: string
  readonly name: string
  readonly level: string
  readonly lines: readonly MilestoneLine[]
  readonly next: MilestoneLine | null
  /** What the next one waits for, and in whose hands it is. */
  readonly waiting: string | null
}
export type PilotCalendar = {
  readonly today: string
  readonly programme: {
    readonly recordId: string | null
    readonly name: string
    readonly basis: string
    readonly from: string
    readonly to: string
    readonly source: string
  }
  readonly province: {
    readonly lines: readonly MilestoneLine[]
    readonly next: MilestoneLine | null
    readonly waiting: string | null
  }
  readonly places: readonly CalendarPlace[]
  readonly hidden: number
}

export type PointLine = {
  readonly id: string
  readonly label: string
  readonly weight_x100: number
  readonly points_x100: number
  readonly why: string
}
export type SelectionCandidate = {
  readonly projectId: string
  readonly name: string
  readonly unitName: string
  readonly budget_fen: string
  readonly rank: number
  readonly isTied: boolean
  readonly total_x100: number
  readonly lines: readonly PointLine[]
  readonly isPilot: boolean
  readonly selectionId: string | null
  readonly stateTitle: string | null
}
export type SelectionPlace = {
  readonly id: string
  readonly name: string
  readonly planned: number
  readonly proposed: number
  readonly confirmed: number
  readonly state: 'below' | 'within' | 'above'
  readonly sentence: string
  readonly projects: readonly { readonly id: string; readonly name: string; readonly stateTitle: string }[]
}
export type SelectionBoard = {
  readonly source: string
  readonly explanation: Explanation
  readonly quota: Explanation | null
  readonly rankedCount: number
  readonly candidates: readonly SelectionCandidate[]
  readonly places: readonly SelectionPlace[]
}

export type RankNote = {
  readonly recordId: string
  readonly stateTitle: string
  readonly note: string
  readonly answer: string | null
}
export type RankedPlaceLine = {
  readonly id: string
  readonly name: string
  readonly rank: number
  readonly isTied: boolean
  readonly total_x100: number
  readonly lines: readonly PointLine[]
  readonly explanation: Explanation
  readonly notes: readonly RankNote[]
}
export type PilotRanking = {
  readonly today: string
  readonly source: string
  readonly explanation: Explanation
  readonly places: readonly RankedPlaceLine[]
}
export type OwnRank = {
  readonly published: {
    readonly publishedOn: string
    readonly rank: number
    readonly places: number
    readonly isTied: boolean
    readonly total_x100: number
    readonly source: string
    readonly lines: readonly PointLine[]
  } | null
  readonly notes: readonly RankNote[]
}

export type RegisterItem = {
  readonly recordId: string
  readonly kind: string
  readonly jurisdictionId: string
  readonly jurisdictionName: string
  readonly state: string
  readonly stateTitle: string
  readonly isFinal: boolean
  readonly on: string | null
  readonly isOverdue: boolean
  readonly name: string
  readonly who: string | null
  readonly detail: string | null
  readonly people: number | null
}
export type PilotRegisters = {
  readonly today: string
  readonly items: readonly RegisterItem[]
  readonly publicity: { readonly activities: number; readonly people: number; readonly sentence: string }
}

export type PilotBoundary = {
  readonly name: string | null
  readonly uploadedOn: string | null
  readonly collection: object | null
}
