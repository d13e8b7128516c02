import { describe, expect, test } from 'vitest'
import type { FieldDefinition } from './form.ts'
import { formatCell, parseCell } from './cell-text.ts'

const field = (type: FieldDefinition['type'], more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  id: 'x',
  label: '栏',
  type,
  ...more,
})
const OPTIONS = [
  { value: 'output', label: '产出指标' },
  { value: 'benefit', label: '效益指标' },
  { value: 'benefitOther', label: '效益其他' },
]

describe('what a person types becomes a value', () => {
  test.each<[string, FieldDefinition, string, unknown]>([
    ['万元 to fen', field('money'), '62', '62000000'],
    ['separators', field('money'), '1,234.56', '1234560000'],
    ['six decimals are one fen', field('money'), '0.000001', '1'],
    ['full-width digits', field('money'), '６２．５', '62500000'],
    ['unit typed along', field('money'), '62万元', '62000000'],
    ['negative in parentheses', field('money'), '（3.5）', '-3500000'],
    ['points to hundredths', field('integer', { id: 'score_x100' }), '8.5', 850],
    ['one hundredth', field('integer', { id: 'weight_x100' }), '0.01', 1],
    ['plain integer', field('integer'), '12', 12],
    ['decimal stays text', field('decimal'), '12.50', '12.50'],
    ['percent sign', field('percent'), '95％', '95'],
    ['date with slashes', field('date'), '2023/6/30', '2023-06-30'],
    ['date in Chinese', field('date'), '2023年6月30日', '2023-06-30'],
    ['date without signs', field('date'), '20230630', '2023-06-30'],
    ['choice by label', field('choice', { options: OPTIONS }), '产出指标', 'output'],
    ['choice by value', field('choice', { options: OPTIONS }), 'benefit', 'benefit'],
    ['choice by a beginning that fits one', field('choice', { options: OPTIONS }), '产出', 'output'],
    ['several choices', field('choices', { options: OPTIONS }), '产出指标、效益指标', ['output', 'benefit']],
    ['yes', field('boolean'), '是', true],
    ['no', field('boolean'), '否', false],
    ['blank is nothing', field('money'), '  ', null],
  ])('%s', (_why, given, text, value) => {
    expect(parseCell(given, text)).toEqual({ ok: true, value })
  })

  test.each<[string, FieldDefinition, string]>([
    ['finer than one fen', field('money'), '0.0000001'],
    ['words for money', field('money'), '六十二'],
    ['a day that does not exist', field('date'), '2023-02-29'],
    ['three decimals of points', field('integer', { id: 'score_x100' }), '8.555'],
    ['a fraction where an integer is asked', field('integer'), '1.5'],
    ['a beginning that fits two', field('choice', { options: OPTIONS }), '效益'],
    ['one unknown among several', field('choices', { options: OPTIONS }), '产出指标、别的'],
    ['too long', field('text', { max: 3 }), '四个汉字'],
  ])('refuses %s', (_why, given, text) => {
    expect(parseCell(given, text).ok).toBe(false)
  })
})

describe('a value becomes what a person reads, and back', () => {
  test.each<[FieldDefinition, string | number | boolean | string[], string]>([
    [field('money'), '62000000', '62.00'],
    [field('money'), '-3500001', '-3.500001'],
    [field('integer', { id: 'score_x100' }), 8950, '89.5'],
    [field('choice', { options: OPTIONS }), 'output', '产出指标'],
    [field('choices', { options: OPTIONS }), ['output', 'benefit'], '产出指标、效益指标'],
    [field('boolean'), false, '否'],
  ])('%o', (given, value, text) => {
    expect(formatCell(given, value)).toBe(text)
    expect(parseCell(given, text)).toEqual({ ok: true, value })
  })
})
