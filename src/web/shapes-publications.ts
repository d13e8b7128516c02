/** What the page 公开内容 reads from `/api`. */
export type PublicationVersion = {
  readonly publicationId: string
  readonly version: number
  readonly name: string
  readonly fiscalYear: number
  readonly occasion: 'target' | 'result'
  readonly publishedOn: string
  readonly withdrawnOn: string | null
}

export type WithdrawalKind = 'personal' | 'secret' | 'wrong' | 'other'

export type WithdrawalProposal = {
  readonly id: string
  readonly publicationId: string
  readonly versions: readonly number[]
  readonly kind: WithdrawalKind
  readonly reason: string
  readonly said: string
  readonly isNameTold: boolean
  readonly proposedBy: string
  readonly proposedAt: string
  readonly isOwn: boolean
  readonly action: 'approve' | 'refuse' | null
  readonly decision: string | null
  readonly decidedBy: string | null
  readonly decidedAt: string | null
}

export type PublicationList = {
  readonly versions: readonly PublicationVersion[]
  readonly proposals: readonly WithdrawalProposal[]
  readonly isCut: boolean
}
