import { fromUtf8 } from '../../domain/ledger/bytes.ts'
import { isSealedText, type SealedObject } from '../../domain/ledger/sealed-value.ts'

/** What the bytes of a leaf say; nothing unless they are canonical. */
export function readCanon(canon: Uint8Array): SealedObject | undefined {
  try {
    // Only the one UTF-8 of a text is read, so that texts that are equal have the same bytes.
    const text = fromUtf8(canon)
    const value = JSON.parse(text) as SealedObject
    return isSealedText(text, value) ? value : undefined
  } catch {
    return undefined
  }
}
