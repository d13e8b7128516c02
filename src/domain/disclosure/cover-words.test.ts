import { expect, test } from 'vitest'
import { coverWords, MASK } from './cover-words.ts'

const mask = (...words: string[]) => words.map((text) => ({ text, note: MASK }))

test.each<[why: string, text: string, words: readonly string[], covered: string]>([
  ['every place', '马建国和马建国', ['马建国'], '×××和×××'],
  ['however it is spaced', '电话138 0013\n8000。', ['13800138000'], '电话×××。'],
  ['the longer of two that overlap', '马建国强', ['马建国', '马建国强'], '×××'],
  ['two that overlap as one', '甲乙丙', ['甲乙', '乙丙'], '×××'],
  ['signs are no patterns', '价格(元)+1', ['(元)+'], '价格×××1'],
  ['nothing for no words', '原文', ['', ' '], '原文'],
])('%s', (_why, text, words, covered) => {
  expect(coverWords(text, mask(...words))).toBe(covered)
})
