/** What the page about third-party institutions reads from `/api`. */

/** One entry of the register, with years, share and credit as of today. */
export type AgencyItem = {
  readonly recordId: string
  readonly jurisdictionId: string
  readonly jurisdictionName: string
  readonly name: string | null
  readonly type: string
  readonly platformNumber: string | null
  readonly leads: number
  readonly eligibleLeads: number
  readonly tasks: number
  readonly share: string
  readonly isConcentrated: boolean
  readonly shareReason: string
  readonly credit: string
  readonly state: string
  readonly stateTitle: string
  readonly reason: string | null
}

export type AgencyPage = {
  readonly items: readonly AgencyItem[]
  readonly total: number
  readonly pageRows: number
}
