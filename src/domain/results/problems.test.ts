import { describe, expect, test } from 'vitest'
import { isOverdueTask, owedBy, splitProblems } from './index.ts'

describe('problems of a self-evaluation, which has one field for all', () => {
  test.each<[text: string | undefined, expected: string[]]>([
    ['1.支出进度慢；2.满意度样本不足。', ['支出进度慢', '满意度样本不足']],
    ['一、支出进度慢。\n二、档案不全。', ['支出进度慢', '档案不全']],
    ['（一）台账不全。（二）资金拨付晚。', ['台账不全', '资金拨付晚']],
    ['①台账不全②资金拨付晚', ['台账不全②资金拨付晚']],
    ['执行率仅为92.5%，进度慢', ['执行率仅为92.5%，进度慢']],
    ['年中增减反映不及时。', ['年中增减反映不及时']],
    ['无', []],
    ['暂无明显问题。', []],
    [undefined, []],
  ])('%s', (text, expected) => expect(splitProblems(text)).toEqual(expected))
})

describe('when a task is owed, and when it is overdue', () => {
  const days = { planDueOn: '2024-06-09', completionDueOn: '2024-07-31' }
  test.each<[state: string, today: string, owed: string | undefined, isOverdue: boolean]>([
    ['open', '2024-06-09', '2024-06-09', false],
    ['open', '2024-06-10', '2024-06-09', true],
    ['planned', '2024-06-10', '2024-07-31', false],
    ['planned', '2024-07-31', '2024-07-31', false],
    ['planned', '2024-08-01', '2024-07-31', true],
    ['referred', '2024-08-01', '2024-07-31', true],
    ['reported', '2024-07-31', undefined, false],
    ['reported', '2024-08-01', undefined, true],
    ['reviewed', '2024-08-01', undefined, true],
    ['verified', '2024-08-01', undefined, false],
    ['exempted', '2024-08-01', undefined, false],
  ])('%s on %s', (state, today, owed, isOverdue) => {
    expect(owedBy(state, days)).toBe(owed)
    expect(isOverdueTask({ state, content: days }, today)).toBe(isOverdue)
  })
  test('without days nothing is overdue', () => {
    expect(isOverdueTask({ state: 'open', content: {} }, '2024-08-01')).toBe(false)
  })
})
