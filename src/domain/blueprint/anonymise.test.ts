import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FormDefinition } from '../forms/form.ts'
import { anonymise, findOriginals, type Originals, tellingNumbers } from './anonymise.ts'
import { typedNames } from './typed-names.ts'

const TEXT =
  '2023年3月9日，示例县农业农村局王建国申报示例县高标准农田建设项目，预算1,200.50万元（示农发〔2023〕12号），受益农户3456户，2024年完成95%，自评92.35分。'
const originals = (text: string): Originals => ({
  persons: ['王建国'],
  offices: ['示例县农业农村局'],
  places: ['示例县', '邻县'],
  projects: ['示例县高标准农田建设项目'],
  numbers: new Set(tellingNumbers(text)),
  firstYear: 2023,
})

describe('a case', () => {
  test('keeps its story and loses names, numbers and days', () => {
    const made = anonymise(TEXT, originals(TEXT), 83)
    expect(made).toBe(
      '第一年3月，某单位某同志申报本项目，预算1000万元（文号略），受益农户2900户，第二年完成95%，自评92分。',
    )
    expect(findOriginals(made, originals(TEXT))).toEqual([])
  })

  test.each([
    ['a person', '由王建国负责', ['王建国']],
    ['a place without its last word', '示例的做法', ['示例']],
    ['an amount', '共1200.5万元', ['1200.5']],
    ['an amount with separators', '共1,200.50万元', ['1200.5']],
    ['a year', '2023年', ['2023']],
    ['a telephone nobody knew', '电话09511234567', ['09511234567']],
    ['an address', '见https://a.b/c。', ['https://a.b/c']],
    ['small whole numbers tell nothing', '95%，12个月，100%', []],
  ])('%s that was typed in again is found', (_why, text, found) => {
    expect(findOriginals(text, originals(TEXT))).toEqual(found)
  })

  test('a changed figure is never one of the originals, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 100, max: 99_999 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 50, max: 200 }),
        (amounts, scale) => {
          const text = amounts.map((amount) => `支出${amount}万元，完成${amount / 100}%。`).join('')
          const own = originals(text)
          expect(findOriginals(anonymise(text, own, scale), own)).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })
})

test('names typed into fields for persons are names; posts and long texts are not', () => {
  const form: FormDefinition = {
    id: 'a',
    title: 'a',
    source: { id: 'a' },
    sections: [
      {
        id: 's',
        title: 's',
        fields: [
          { id: 'contact', label: '联系人', type: 'text', isPersonal: true },
          { id: 'opinion', label: '意见', type: 'longtext', isPersonal: true },
          {
            id: 'rows',
            label: '任务',
            type: 'rows',
            columns: [{ id: 'responsible', label: '责任人', type: 'text', isPersonal: true }],
          },
          { id: 'goal', label: '目标', type: 'text' },
        ],
      },
    ],
  }
  const content = {
    contact: '王建国（绩效股）、马小红',
    opinion: '李某说得对',
    rows: [{ responsible: '陆望舒' }],
    goal: '张家湾治理',
  }
  expect(typedNames(form, content)).toEqual(['王建国', '马小红', '陆望舒'])
})
