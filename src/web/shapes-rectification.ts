import type { Explanation } from '../domain/shared/explanation.ts'

/** What the pages around rectification read from `/api`. */

export type RectificationItem = {
  readonly recordId: string
  readonly projectId: string
  readonly projectName: string
  readonly unitName: string
  readonly departmentName: string
  readonly noticeNumber: string | null
  readonly problemNumber: number | null
  readonly problem: string
  readonly requirementTitle: string
  readonly stateTitle: string
  readonly isDone: boolean
  readonly dueOn: string | null
  readonly isExtended: boolean
  readonly isOverdue: boolean
  readonly escalation: string | null
  readonly recover_fen: string | null
  readonly verifiedRecovered_fen: string | null
  readonly repeat: string | null
}

type Figure = { readonly value: string; readonly explanation: Explanation }

export type RectificationList = {
  readonly items: readonly RectificationItem[]
  readonly total: number
  readonly pageSize: number
  readonly overdue: number
  readonly rate: Figure
  readonly recovery: Figure
  readonly application: Figure
}

export type KnownProblem = {
  readonly recordId: string
  readonly year: number
  readonly projectName: string
  readonly unitName: string
  readonly problem: string
  readonly promise: string | null
  readonly stateTitle: string
  readonly isClosed: boolean
  readonly isOverdue: boolean
  readonly repeats: {
    readonly year: number
    readonly problem: string
    readonly projectName: string
    readonly relation: string
    readonly reason: string
  } | null
}

export type TaskChanges = {
  readonly projectId: string | null
  readonly canAsk: boolean
  readonly items: readonly {
    readonly recordId: string
    readonly about: string
    readonly newDueOn: string | null
    readonly reason: string
    readonly stateTitle: string
  }[]
}

export type AnswerablePerson = {
  readonly personName: string
  readonly organisationName: string
  readonly duties: readonly { readonly title: string; readonly acts: readonly string[] }[]
}
