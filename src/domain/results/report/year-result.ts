import type { Grade } from '../../shared/grade.ts'
import type { LinkageMeasure } from '../compute/linkage.ts'

/** The frozen version a figure was read from; `version` is its number (the record's version where none is frozen). */
export type ResultSource = {
  readonly recordId: string
  readonly recordTitle: string
  readonly version: number
}

/** What one project's confirmed evaluation and its application came to; nothing here is a draft. Money is fen text. */
export type YearResult = {
  readonly projectId: string
  readonly projectName: string
  readonly placeName: string
  readonly departmentName: string
  readonly unitName: string
  /** Money the evaluation was about, as it was confirmed; the project's budget where the form left it open. */
  readonly budget_fen: string
  readonly isBudgetOfEvaluation: boolean
  readonly projectVersion: number
  readonly evaluation: ResultSource & {
    readonly score_x100: number | null
    readonly grade: Grade | null
    readonly problems: readonly string[]
  }
  readonly notice: (ResultSource & { readonly documentNumber: string | null }) | null
  readonly tasks: readonly (ResultSource & {
    readonly state: string
    readonly isVerified: boolean
    readonly planDueOn: string | null
    readonly completionDueOn: string | null
    /** Money finance verified as recovered. */
    readonly recovered_fen: string | null
  })[]
  readonly decision:
    | (ResultSource & {
        readonly measure: LinkageMeasure
        readonly current_fen: string
        readonly next_fen: string
        readonly performanceChange_fen: string
      })
    | null
  readonly disclosure: (ResultSource & { readonly disclosedOn: string | null }) | null
}
