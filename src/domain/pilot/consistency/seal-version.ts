import { commitmentsIn } from '../../ledger/commitments-in.ts'
import { sealContent } from '../../ledger/seal-content.ts'
import type { SealedObject, SealedValue } from '../../ledger/sealed-value.ts'
import type { CaseVersion } from './case.ts'

/**
 * The version as a leaf would carry it; persons keep the commitment they were sealed
 * with. Nothing when it was meddled with so that no form could have made it.
 */
export function sealVersion(version: CaseVersion, contract: SealedObject): SealedObject | undefined {
  const commitments = commitmentsIn(contract)
  const isPersonal = (place: string) => commitments.has(place)
  const keep = (place: string): SealedValue => commitments.get(place) ?? ''
  try {
    const content = sealContent(version.content, 'content', isPersonal, keep)
    if (!version.project) return { content }
    const entry = sealContent(version.project.content, 'project/entry', isPersonal, keep)
    return { content, project: { entry } }
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}
