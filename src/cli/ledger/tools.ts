import { createHash, createPublicKey, verify } from 'node:crypto'
import type { Hashes } from '../../domain/ledger/hash.ts'

/** What the offline programs compute with: Node's own OpenSSL and nothing else. */
export const tools = {
  hashes: {
    sha256: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest(),
    sm3: (bytes: Uint8Array) => createHash('sm3').update(bytes).digest(),
  } satisfies Hashes,
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
    if (publicKey.length !== 32 || signature.length !== 64) return false
    const x = Buffer.from(publicKey).toString('base64url')
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    return verify(null, message, key, signature)
  },
}
