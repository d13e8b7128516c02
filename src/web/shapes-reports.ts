/** A 专报 or 通报 in the list of a place and year. */
export type ReportLine = {
  readonly recordId: string
  readonly kind: string
  readonly title: string
  readonly state: string
  readonly stateTitle: string
  readonly documentNumber: string | null
  readonly signedOn: string | null
  readonly recipients: number
  readonly received: number
  readonly canReceive: boolean
}

export type Reports = {
  readonly canBegin: readonly { readonly kind: string; readonly title: string }[]
  readonly items: readonly ReportLine[]
}
