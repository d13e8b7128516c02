import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { OperationProblem } from './problem.ts'

/** Signs texts and says under which public key; production may put a 签名服务器 behind it. */
export type Signer = {
  /** 32 bytes, Ed25519 */
  readonly publicKey: Uint8Array
  sign(message: Uint8Array): Promise<Uint8Array>
}

/** Where the signing key of an installation lies. */
export type KeyStore = {
  /** Nothing while none was made. @throws OperationProblem when others than its owner may read it */
  find(): Signer | undefined
  /** Makes the key; an existing one stays. */
  ensure(): Signer
}

const FILE = 'ledger-ed25519.pem'

/**
 * The key as a file only its owner may read.
 * @param directory e.g. `<home>/keys`
 */
export function openKeyStore(directory: string): KeyStore {
  const file = path.join(directory, FILE)
  const find = () => (existsSync(file) ? signerOf(readPrivateKey(file)) : undefined)
  return {
    find,
    ensure() {
      const found = find()
      if (found) return found
      mkdirSync(directory, { recursive: true, mode: 0o700 })
      const { privateKey } = generateKeyPairSync('ed25519')
      const unfinished = `${file}.${process.pid}`
      writeFileSync(unfinished, privateKey.export({ format: 'pem', type: 'pkcs8' }), {
        mode: 0o600,
        flush: true,
      })
      chmodSync(unfinished, 0o600)
      renameSync(unfinished, file)
      return signerOf(privateKey)
    },
  }
}

/** A key that lives as long as the program: for storage without a home of its own. */
export function keepKeyInMemory(): KeyStore {
  let signer: Signer | undefined
  return {
    find: () => signer,
    ensure() {
      signer ??= signerOf(generateKeyPairSync('ed25519').privateKey)
      return signer
    },
  }
}

function readPrivateKey(file: string): KeyObject {
  if ((statSync(file).mode & 0o077) !== 0) {
    throw new OperationProblem(
      `签名密钥 ${file} 可被其他用户读取。请执行 chmod 600 后重试；如怀疑已泄露，请更换密钥并通知各见证单位。`,
    )
  }
  return createPrivateKey(readFileSync(file))
}

function signerOf(key: KeyObject): Signer {
  return { publicKey: rawKey(createPublicKey(key)), sign: async (message) => sign(null, message, key) }
}

function rawKey(key: KeyObject): Uint8Array {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url')
}

/** Whether an Ed25519 signature is that of this key over this message. */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') },
    format: 'jwk',
  })
  return verify(null, message, key, signature)
}
