import type { PublicationList, PublicationVersion, WithdrawalProposal } from '../../shapes-publications.ts'

/** A publication with its versions, newest first, and what was asked about them. */
export type Publication = {
  readonly id: string
  readonly name: string
  readonly fiscalYear: number
  readonly versions: readonly PublicationVersion[]
  readonly proposals: readonly WithdrawalProposal[]
}

/** Versions and proposals by the publication they belong to, in the order in which they came. */
export function gather({ versions, proposals }: PublicationList): Publication[] {
  const ids = [...new Set(versions.map(({ publicationId }) => publicationId))]
  return ids.flatMap((id) => {
    const own = versions.filter(({ publicationId }) => publicationId === id)
    const [first] = own
    if (!first) return []
    const asked = proposals.filter(({ publicationId }) => publicationId === id)
    return [{ id, name: first.name, fiscalYear: first.fiscalYear, versions: own, proposals: asked }]
  })
}
