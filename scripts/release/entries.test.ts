import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { findEntries } from './entries.ts'

const ROOT = path.join(import.meta.dirname, '../..')

test('programs and every worker are entries of the release', () => {
  const entries = findEntries(ROOT)
  const known = [
    'main',
    'cli',
    'document-worker',
    'gated-worker',
    'read-xlsx',
    'read-docx',
    'write-faults',
    'what-if-worker',
  ]
  expect([...entries.keys()]).toEqual(expect.arrayContaining(known))
  expect([...entries.values()].filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([])
})
