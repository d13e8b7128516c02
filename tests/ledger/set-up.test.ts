import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openProduct } from '../../src/app/product.ts'
import { setUp } from '../../src/app/setup/set-up.ts'
import { openFileStore } from '../../src/storage/file-store.ts'
import { openKeyStore } from '../../src/storage/signing-key.ts'
import { useTestDatabase } from '../../src/storage/testing.ts'

const database = useTestDatabase()

test('setting the system up makes its signing key, for its owner alone', async () => {
  const home = mkdtempSync(path.join(tmpdir(), 'jiheng-setup-'))
  const keys = openKeyStore(path.join(home, 'keys'))
  const storage = { database, files: openFileStore(path.join(home, 'files')), keys }
  const { db, services, divisions } = await openProduct(storage, { isDemo: false })
  expect(keys.find()).toBeUndefined()
  const administrator = (name: string, username: string) => ({
    name,
    username,
    password: `Zw-${name}-2026-example`,
  })
  await setUp(db, services, divisions, {
    provinceName: '自治区财政厅(示例)',
    system_admin: administrator('甲', 'sysadmin'),
    security_admin: administrator('乙', 'secadmin'),
    audit_admin: administrator('丙', 'auditadmin'),
  })
  expect(keys.find()?.publicKey).toHaveLength(32)
  expect(statSync(path.join(home, 'keys', 'ledger-ed25519.pem')).mode & 0o777).toBe(0o600)
})
