import { createPublicKey, verify } from 'node:crypto'
import { type Pack, readPack } from '../../domain/blueprint/index.ts'
import type { VerifyTools } from '../../domain/ledger/verify-bundle.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { HASHES } from '../ledger/hashes.ts'

/** What a pack is read with: the hashes and signatures of Node's own OpenSSL. */
export const PACK_TOOLS: VerifyTools = {
  hashes: HASHES,
  verify: (publicKey, message, signature) => {
    if (publicKey.length !== 32 || signature.length !== 64) return false
    const x = Buffer.from(publicKey).toString('base64url')
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    return verify(null, message, key, signature)
  },
}

/**
 * A pack somebody brought.
 * @throws DomainError RULE_VIOLATED with `faults`, each naming its part
 */
export function requirePack(text: string): { readonly pack: Pack; readonly signer: string | null } {
  const reading = readPack(text, PACK_TOOLS)
  if (reading.ok) return reading
  const [first] = reading.faults
  const more = reading.faults.length > 1 ? `（另有 ${reading.faults.length - 1} 处）` : ''
  throw new DomainError('RULE_VIOLATED', `蓝本不能装入。${first?.part}：${first?.message}${more}`, {
    faults: reading.faults.map(({ part, message }) => ({ place: part, message })),
  })
}
