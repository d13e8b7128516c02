import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { LibraryIndicator } from '../../domain/indicators/index.ts'
import { loadIndicators, loadRules } from '../../rules/index.ts'
import { blueprintSource } from './compare-values.ts'
import { compareIndicator } from './compare-indicators.ts'

const FOLDER = join(import.meta.dirname, '../../../rules')
const LIBRARY = loadIndicators(FOLDER, loadRules(FOLDER).sources)
const known = LIBRARY.indicators.find(({ id }) => id === 'COM-042') as LibraryIndicator
const entries = LIBRARY.indicators.map((one) => ({
  ...one,
  ...{ status: 'active' as const, setBy: null, approvedOn: null, isBehind: false },
}))
const source = blueprintSource(
  { name: '蓝本', version: '2024-1', publisher: '示例财政厅', publishedOn: '2024-06-30' },
  'a1'.repeat(32),
)
const compare = (changed: Partial<LibraryIndicator>) =>
  compareIndicator(
    { indicator: { ...known, ...changed }, cited: '某办法', revisedBy: '某县', uses: 1 },
    entries,
    { sectors: LIBRARY.sectors.map(({ id }) => id), source },
  )

test('an indicator as it stands here is no difference', () => {
  expect(compare({})).toBeUndefined()
})

test('one in other words can be taken over', () => {
  expect(compare({ name: '惠民政策知晓率' })).toMatchObject({
    row: { outcome: 'different', isTaken: true },
    indicator: { change: 'revise' },
  })
})

test.each<[why: string, changed: Partial<LibraryIndicator>, said: string]>([
  ['whose example is no value of it', { example: '很高' }, '读不出数值'],
  ['of a level that is none of its first level', { level2: 'quantity' }, '不属于一级指标'],
  ['that says nothing', { definition: '知晓率' }, '指标说明过短'],
  ['above 100%', { example: '≥120%' }, '超过100%'],
])('one %s cannot, and says why', (_why, changed, said) => {
  const compared = compare({ name: '惠民政策知晓率', ...changed })
  expect(compared?.indicator).toBeUndefined()
  expect(compared?.row).toMatchObject({
    outcome: 'kept',
    isTaken: false,
    why: expect.stringMatching(`^不合指标库的要求：.*${said}`),
  })
})
