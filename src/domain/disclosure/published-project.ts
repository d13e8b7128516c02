import type { IndicatorActual, IndicatorTarget } from '../evaluation/compute/index.ts'
import type { Parameter } from '../shared/explanation.ts'
import type { PublishedOffice } from './published-office.ts'
import type { Grade } from '../shared/grade.ts'

export const PUBLICATION_FORMAT = 'jiheng-disclosure/1'

/**
 * Everything that is public about a project, a department as a whole or a policy, as it was at one publication. It is copied once and never changed:
 * a correction is the next version. Money is text in fen, points are hundredths.
 */
export type PublishedProject = {
  readonly format: typeof PUBLICATION_FORMAT
  readonly id: string
  readonly version: number
  readonly place: { readonly code: string; readonly name: string }
  readonly year: number
  readonly project: {
    readonly name: string
    readonly code: string
    readonly unit: string
    readonly department: string
    /** 项目类别 in words. */
    readonly category: string
    readonly budget_fen: string
  }
  readonly published: {
    readonly on: string
    readonly occasion: 'target' | 'result'
    /** Why this version corrects an earlier one; `null` where it only adds. */
    readonly correction: string | null
    readonly elsewhere: PublishedPlace | null
  }
  readonly summary: { readonly title: string; readonly text: string } | null
  readonly target: PublishedTarget | null
  /** Of a department or a policy; left out where the publication is about a project. */
  readonly office?: PublishedOffice
  readonly selfEvaluation: PublishedSelfEvaluation | null
  readonly evaluation: PublishedEvaluation | null
  readonly problems: readonly PublishedProblem[] | null
  readonly rectification: readonly PublishedRectification[] | null
  readonly decision: PublishedDecision | null
  readonly withheld: readonly WithheldPart[]
}

/** Where else it can be read: the record of disclosure. */
export type PublishedPlace = {
  readonly carrier: string
  readonly url: string
  readonly on: string
  /** Digest of the file that was published there. */
  readonly fileSha256: string
}

export type PublishedTarget = {
  readonly approvedOn: string
  readonly annualGoal: string
  readonly periodGoal: string
  readonly total_fen: string
  readonly fiscal_fen: string
  readonly other_fen: string
  readonly indicators: readonly PublishedIndicator[]
}

/** An indicator of the approved target; level names and the value also in words. */
export type PublishedIndicator = {
  readonly level1: string
  readonly level2: string
  readonly name: string
  readonly targetText: string
  readonly operator: string
  readonly value: string
  readonly unit: string
  readonly weight_x100: number
  /** 1 where more is better, -1 where less is, 0 where neither is said. */
  readonly direction: number
  /** It stays inside: name and target are covered, level and weight are told. */
  readonly isWithheld?: true
}

export type PublishedSelfEvaluation = {
  readonly confirmedOn: string
  readonly budget_fen: string
  readonly executed_fen: string
  readonly execution_x100: number | null
  readonly rows: readonly PublishedScoreRow[]
  readonly adjustments: readonly { readonly label: string; readonly points_x100: number }[]
  readonly total_x100: number
  readonly grade: Grade | null
  /** The values of the rules it was computed by, so that anybody can compute it again. */
  readonly rules: Readonly<Record<string, Parameter<unknown>>>
}

export type PublishedScoreRow = {
  readonly level1: string
  readonly level2: string
  readonly targetText: string
  readonly actualInWords: string
  readonly target: IndicatorTarget
  readonly actual: IndicatorActual
  /** A score the unit gave itself, other than the computed one. */
  readonly entered_x100: number | null
  readonly overReviewed_x100: number | null
  readonly score_x100: number | null
  /** It stays inside: its score is told and counts as given. */
  readonly isWithheld?: true
}

export type PublishedEvaluation = {
  readonly confirmedOn: string
  readonly evaluator: string
  readonly total_x100: number | null
  readonly grade: Grade | null
  readonly received_fen: string
  readonly spent_fen: string
  readonly conclusion: string
  readonly items: readonly {
    readonly level1: string
    readonly level2: string
    readonly name: string
    readonly weight_x100: number
    readonly score_x100: number
    readonly basis: string
    readonly isWithheld?: true
  }[]
}

export type PublishedProblem = {
  readonly problem: string
  readonly indicator: string
  readonly amount_fen: string
  readonly suggestion: string
}

export type PublishedRectification = {
  readonly number: number
  /** What was to be put right; empty where the problems are withheld, left out in early versions. */
  readonly problem?: string
  readonly state: string
  readonly measure: string
  readonly result: string
  readonly completedOn: string
  readonly recovered_fen: string
}

export type PublishedDecision = {
  readonly decidedOn: string
  readonly measure: string
  readonly current_fen: string
  readonly next_fen: string
  readonly performanceChange_fen: string
  readonly reason: string
}

/** What is not public and why; it stays in every later version until its own occasion comes again. */
export type WithheldPart = {
  readonly what: string
  readonly basis: string
  readonly reason: string
  /** Left out in versions from before it was told apart: there it is the occasion of the version. */
  readonly occasion?: 'target' | 'result'
}
