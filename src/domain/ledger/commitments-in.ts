import { type Commitment, isCommitment } from './commitment.ts'
import type { SealedObject, SealedValue } from './sealed-value.ts'

/** Where a contract record carries commitments, by the place under which each was made. */
export function commitmentsIn(contract: SealedObject): Map<string, Commitment> {
  const found = new Map<string, Commitment>()
  const visit = (value: SealedValue | undefined, place: string): void => {
    if (isCommitment(value)) found.set(place, value)
    else if (Array.isArray(value)) {
      for (const [index, one] of value.entries())
        if (typeof one === 'object') visit(one, placeOfItem(place, index, one))
    } else if (typeof value === 'object') {
      for (const key of Object.keys(value)) {
        const one = (value as SealedObject)[key]
        if (typeof one === 'object') visit(one, place === '' ? key : `${place}/${key}`)
      }
    }
  }
  visit(contract, '')
  return found
}

/** Stored rows are placed by table and id, everything else by its number. */
function placeOfItem(place: string, index: number, value: SealedValue): string {
  const row = value as SealedObject
  return place === 'stored'
    ? `${place}/${String(row['table'])}/${String(row['id'] ?? '')}`
    : `${place}/${index}`
}
