import { chmodSync, mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { keepKeyInMemory, openKeyStore, verifyEd25519 } from './signing-key.ts'

const message = new TextEncoder().encode('contract-ledger/640221\n12\n')

test('the key is made once, read by its owner alone, and signs what it should', async () => {
  const directory = path.join(mkdtempSync(path.join(tmpdir(), 'jiheng-keys-')), 'keys')
  const keys = openKeyStore(directory)
  expect(keys.find()).toBeUndefined()
  const made = keys.ensure()
  expect(readdirSync(directory)).toEqual(['ledger-ed25519.pem'])
  expect(statSync(path.join(directory, 'ledger-ed25519.pem')).mode & 0o777).toBe(0o600)
  expect(statSync(directory).mode & 0o777).toBe(0o700)
  const again = openKeyStore(directory)
  expect(again.ensure().publicKey).toEqual(made.publicKey)
  const signature = await again.find()!.sign(message)
  expect(verifyEd25519(made.publicKey, message, signature)).toBe(true)
  expect(verifyEd25519(keepKeyInMemory().ensure().publicKey, message, signature)).toBe(false)
  signature[0]! ^= 1
  expect(verifyEd25519(made.publicKey, message, signature)).toBe(false)
})

test('a key that others may read is not used', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'jiheng-keys-'))
  const keys = openKeyStore(directory)
  keys.ensure()
  chmodSync(path.join(directory, 'ledger-ed25519.pem'), 0o640)
  expect(() => keys.find()).toThrow(/可被其他用户读取.*chmod 600/)
})

test('what is no key or no signature is false, not a fault', () => {
  expect(verifyEd25519(new Uint8Array(5), message, new Uint8Array(64))).toBe(false)
  expect(verifyEd25519(new Uint8Array(32), message, new Uint8Array(3))).toBe(false)
})
