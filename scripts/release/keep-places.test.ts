import { expect, test } from 'vitest'
import { rewritePlaces } from './keep-places.ts'

test.each([
  [
    'src/app/product.ts',
    "path.join(import.meta.dirname, '../../rules')",
    "path.join((import.meta.dirname + '/../src/app'), '../../rules')",
  ],
  [
    'src/documents/write-in-worker.ts',
    "new URL('./document-worker.ts', import.meta.url)",
    "new URL('./document-worker.js', import.meta.url)",
  ],
  [
    'src/app/intake/read-table.ts',
    "new URL('../../documents/excel-intake/read-grid.ts', import.meta.url)",
    "new URL('./read-grid.js', import.meta.url)",
  ],
  ['src/a.ts', 'createRequire(import.meta.url)', 'createRequire(import.meta.url)'],
])('%s keeps the place of what it names', (file, code, expected) => {
  expect(rewritePlaces(code, file)).toBe(expected)
})
