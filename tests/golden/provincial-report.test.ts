import { test } from 'vitest'
import { blockText, documentBuilders } from '../../src/documents/index.ts'
import { expectGolden } from './golden.ts'
import { provincialReport } from './samples/year-reports.ts'

test('the region’s own 专报 reads as accepted', async () => {
  const blocks = documentBuilders['special-report'].build(provincialReport)
  await expectGolden(new URL('./special-report-provincial.txt', import.meta.url), blockText(blocks))
})
