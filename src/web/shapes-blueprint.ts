/** What the panel 蓝本 reads from `/api`. */
export type BlueprintListing = {
  readonly items: readonly {
    readonly packId: string
    readonly origin: string
    readonly name: string
    readonly version: string
    readonly publisher: string
    readonly publishedOn: string
    readonly sha256: string
    readonly sm3: string
  }[]
  readonly records: readonly {
    readonly recordId: string
    readonly kind: string
    readonly title: string
    readonly version: string | null
    readonly effectiveFrom: string | null
    readonly state: string
    readonly stateTitle: string
    readonly isTakenOver: boolean
  }[]
}
