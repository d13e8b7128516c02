/** What the pages about experts read from `/api`. */

/** One entry of the register. */
export type ExpertEntry = {
  readonly recordId: string
  readonly jurisdictionId: string
  readonly jurisdictionName: string
  readonly name: string | null
  readonly fields: readonly string[]
  readonly title: string | null
  readonly employer: string | null
  readonly state: string
  readonly stateTitle: string
  readonly reason: string | null
}

/** How far the panel of an evaluation is; never what was marked. */
export type Panel = {
  readonly members: readonly {
    readonly name: string
    readonly isLead: boolean
    readonly isOnPanel: boolean
    readonly state: string
    readonly stateTitle: string
    readonly since: string
    readonly conflictNote: string | null
  }[]
  readonly draw: { readonly recordId: string; readonly state: string; readonly stateTitle: string } | null
}

/** The versions of a place's scoring rubric, and for what the rules' own is in force. */
export type RubricListing = {
  readonly items: readonly {
    readonly recordId: string
    readonly subject: string
    readonly effectiveFrom: string | null
    readonly basisText: string | null
    readonly stateTitle: string
    readonly approvedBy: string | null
    readonly approvedOn: string | null
    readonly isInForce: boolean
  }[]
  readonly defaults: readonly string[]
}
