import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PackParameter } from '../../domain/blueprint/index.ts'
import { loadRules } from '../../rules/index.ts'
import { blueprintSource, compareValue } from './compare-values.ts'

const lights = (yellow: number, red: number) => ({ yellowBelow_bp: yellow, redBelow_bp: red })
const BOOK = loadRules(join(import.meta.dirname, '../../../rules')).withLayers([
  {
    origin: '县里的文件',
    parameter: 'monitoring.light_thresholds',
    jurisdiction: '640221',
    isExample: false,
    values: [
      {
        from: '2022-01-01',
        value: lights(-800, -1600),
        source: { id: 'jiheng-default', article: '第一条' },
        standing: 'seen',
        checked: { on: null, by: null },
      },
    ],
  },
])
const ENTRY: PackParameter = {
  id: 'monitoring.light_thresholds',
  title: '亮灯界线',
  unit: '万分之一',
  value: lights(-500, -1000),
  text: '落后超过5%亮黄灯',
  from: '2024-01-01',
  sourceTitle: '《办法》',
  article: '第三条',
  standing: 'seen',
  isChecked: false,
  places: ['示例县'],
}
const source = blueprintSource(
  { name: '蓝本', version: '2024-1', publisher: '示例财政厅', publishedOn: '2024-06-30' },
  'a1'.repeat(32),
)

test.each([
  ['640221', 'different', '按预算年度'],
  ['640200', 'kept', '县里的文件'],
])('%s over a file of a county: %s', (jurisdiction, outcome, why) => {
  const compared = compareValue(
    BOOK,
    { part: 'parameters', entry: ENTRY, source },
    { jurisdiction, today: '2024-06-20' },
  )
  expect(compared?.row).toMatchObject({ outcome, why: expect.stringContaining(why) })
})
