import { expect, test } from 'vitest'
import { entryOf } from './register-adoption.ts'

test('the register says which version, from when, and what was left out and why', () => {
  const entry = entryOf(
    {
      mode: 'adopt',
      name: '预算绩效规范管理蓝本',
      blueprintVersion: '2024-1',
      sha256: 'a1'.repeat(32),
      fromPlaces: '示例县',
      effectiveFrom: '2024-07-01',
      reasonText: '推广',
      parts: [
        { itemId: 'a', title: '亮灯界线', outcome: 'different', isTaken: true },
        { itemId: 'b', title: '评分体系', outcome: 'different', isTaken: false, note: '专家少' },
        { itemId: 'c', title: '等级标准', outcome: 'kept', isTaken: false },
      ],
    },
    '2024-06-28',
  )
  expect(entry).toEqual({
    blueprint: '预算绩效规范管理蓝本',
    blueprintVersion: '2024-1',
    digest: 'a1'.repeat(32),
    fromPlaces: '示例县',
    adoptedOn: '2024-06-28',
    adaptedParts: [{ part: '评分体系', change: '未采用', reason: '专家少' }],
    note: '自2024-07-01起执行。推广',
  })
})
