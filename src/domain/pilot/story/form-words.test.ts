import { describe, expect, test } from 'vitest'
import type { FieldDefinition, FormDefinition } from '../../forms/form.ts'
import { fieldSentences, fitLines, rowsTable, under, valueWords } from './form-words.ts'

const field = (type: FieldDefinition['type'], id = 'f'): FieldDefinition => ({ id, label: '栏目', type })

describe('one value in words', () => {
  test.each<[type: FieldDefinition['type'], id: string, value: unknown, words: string]>([
    ['money', 'a_fen', '62000000', '62.00'],
    ['money', 'a_fen', '1', '0.000001'],
    ['integer', 'score_x100', 8200, '82.00'],
    ['integer', 'month', 7, '7'],
    ['date', 'd', '2024-05-07', '2024年5月7日'],
    ['boolean', 'b', false, '否'],
    ['percent', 'p', '95', '95%'],
    ['choices', 'c', ['甲', '乙'], '甲、乙'],
    ['files', 'e', ['1', '2'], '2件'],
    ['text', 't', '  ', ''],
    ['text', 't', null, ''],
  ])('%s %s', (type, id, value, words) => {
    expect(valueWords(field(type, id), value)).toBe(words)
  })
})

const FORM: FormDefinition = {
  id: 'x/y',
  title: '表',
  source: { id: 's' },
  sections: [
    {
      id: 'one',
      title: '一',
      fields: [
        { id: 'total_fen', label: '总额', type: 'money' },
        { id: 'note', label: '说明', type: 'text' },
        {
          id: 'rows',
          label: '明细',
          type: 'rows',
          columns: [
            { id: 'fund', label: '来源', type: 'text' },
            { id: 'paid_fen', label: '支出', type: 'money' },
          ],
        },
      ],
    },
  ],
}

test('only what was filled in becomes a sentence, with its unit and full stop', () => {
  expect(fieldSentences(FORM, { total_fen: '1000000', note: '' }, ['total_fen', 'note', 'missing'])).toEqual([
    '总额：1.00万元。',
  ])
})

test('rows that carry nothing but their label are left out; no row, no table', () => {
  const wanted = { columns: ['fund', 'paid_fen'] }
  const rows = [{ fund: '财政拨款', paid_fen: '5000000' }, { fund: '其他资金' }]
  expect(rowsTable(FORM, { rows }, 'rows', wanted)).toMatchObject([
    {
      caption: '明细',
      unit: '单位：万元',
      head: ['来源', '支出'],
      rows: [['财政拨款', '5.00']],
      figures: [1],
    },
  ])
  expect(rowsTable(FORM, { rows: rows.slice(1) }, 'rows', wanted)).toEqual([])
})

test('a text that does not fit loses whole paragraphs and says so; it never exceeds its room', () => {
  const text = fitLines(['一'.repeat(20), '二'.repeat(20), '三'.repeat(20)], 60)
  expect(text).toBe(`${'一'.repeat(20)}\n${'二'.repeat(20)}\n其余内容见项目档案。`)
  expect(fitLines(['一'.repeat(100)], 60)).toHaveLength(60)
  expect(fitLines(['一', '二'], 60)).toBe('一\n二')
})

test('one line stands beside its heading, more stand below', () => {
  expect(under('甲', '乙')).toBe('甲：乙')
  expect(under('甲', '乙\n丙')).toBe('甲：\n乙\n丙')
})
