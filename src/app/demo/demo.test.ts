import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFileStore } from '../../storage/file-store.ts'
import { useTestDatabase } from '../../storage/testing.ts'
import { inspect } from '../inspect/inspect.ts'
import { buildDemo } from './build-demo.ts'

const database = useTestDatabase()
const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-demo-'))
const files = openFileStore(folder)

beforeAll(async () => {
  await buildDemo({ database, files }, { password: 'Not-A-Secret-2024', say: console.log })
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('every invariant holds', async () => {
  const breaches = (await inspect(database.owner, files)).filter(({ count }) => count > 0)
  expect(breaches).toEqual([])
})
