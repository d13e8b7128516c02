import { hash } from 'node:crypto'
import type { Hashes } from './hash.ts'

/** Node's own functions, for tests: `domain` itself is given its hash functions. */
export const nodeHashes: Hashes = {
  sha256: (bytes) => hash('sha256', bytes, 'buffer'),
  sm3: (bytes) => hash('sm3', bytes, 'buffer'),
}
