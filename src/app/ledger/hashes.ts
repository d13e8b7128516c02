import { hash } from 'node:crypto'
import type { Hashes } from '../../domain/ledger/hash.ts'

/** SHA-256 and SM3, both from the OpenSSL that Node carries (docs/adr/0001). */
export const HASHES: Hashes = {
  sha256: (bytes) => hash('sha256', bytes, 'buffer'),
  sm3: (bytes) => hash('sm3', bytes, 'buffer'),
}
