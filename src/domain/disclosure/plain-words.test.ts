import { describe, expect, test } from 'vitest'
import { plainWords } from './plain-words.ts'
import { SAMPLE } from './sample-publication.fixture.ts'

const said = (published: typeof SAMPLE) => plainWords(published).flatMap(({ answers }) => answers)

describe('大白话', () => {
  test('money, work, result, problems and the next year, each from a published figure', () => {
    expect(plainWords(SAMPLE).map(({ question }) => question)).toHaveLength(5)
    expect(said(SAMPLE)).toEqual(
      expect.arrayContaining([
        '一年的预算是5,000.00万元。',
        '全年可用5,000.00万元，实际花了4,500.00万元，花出去90.00%。',
        '培训人数：原定≥1000人，实际900人。',
        '财政部门委托示例评价公司评价，满分100分得82.00分，等级为“良”（分优、良、中、差四等）。',
        '1. 培训人数不足（涉及0.546万元）',
        '“培训人数不足”的整改：已核实。已补训100人',
        '处理方式：不予增加。本年5,000.00万元，下一年安排4,500.00万元。',
      ]),
    )
  })

  test('what is not public is said to be so, never guessed', () => {
    const bare = {
      ...SAMPLE,
      selfEvaluation: null,
      evaluation: null,
      problems: null,
      decision: null,
      withheld: [{ what: '存在问题', basis: '其他', reason: '整改中' }],
    }
    expect(said(bare)).toEqual(
      expect.arrayContaining([
        '实际花了多少还没有公开。',
        '评价结果还没有公开。',
        '存在的问题没有公开，理由见项目页面。',
        '预算安排意见还没有公开。',
      ]),
    )
  })
})
