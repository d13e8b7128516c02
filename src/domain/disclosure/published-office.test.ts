import { describe, expect, test } from 'vitest'
import { packageTexts } from './public-texts.ts'
import { plainWords } from './plain-words.ts'
import { kindOf, officeTexts } from './published-office.ts'
import { POLICY_SAMPLE, SAMPLE, WHOLE_SAMPLE } from './sample-publication.fixture.ts'
import { readWithholding, withhold } from './withholding.ts'

const labelOf = () => '其他法定情形'
const row = (what: string) => ({ what, basis: 'other' as const, reason: '尚未公布' })

describe('公开的部门整体和政策绩效目标', () => {
  test('are told apart from projects', () =>
    expect([SAMPLE, WHOLE_SAMPLE, POLICY_SAMPLE].map(kindOf)).toEqual([
      'project',
      'departmentWhole',
      'policy',
    ]))

  test.each([
    ['年度主要任务第1项主要内容', WHOLE_SAMPLE, '培训1000人'],
    ['部门职责概述', WHOLE_SAMPLE, '承担民生项目的组织实施。'],
    ['支持对象和标准', POLICY_SAMPLE, '农村劳动力，每人3000元'],
    ['设立依据', POLICY_SAMPLE, '示例办法'],
  ])('%s is scanned, and words in it may be covered', (label, sample, text) =>
    expect(packageTexts(sample)).toContainEqual({ label: `公开数据“${label}”`, text, isFree: true }),
  )

  test('every text has a name, and money and days are no texts', () => {
    const texts = [WHOLE_SAMPLE, POLICY_SAMPLE].flatMap(packageTexts)
    expect(texts.filter(({ label }) => /其他文字|[a-z]/i.test(label))).toEqual([])
    expect(texts.filter(({ text }) => /^\d{10,}$|^\d{4}-\d\d-\d\d$/.test(text))).toEqual([])
  })

  test('大白话 says money, tasks or who is supported, and the goal', () => {
    const said = (sample: typeof SAMPLE) =>
      plainWords(sample).map(({ question, answers }) => `${question}${answers.join('')}`)
    expect(said(WHOLE_SAMPLE)[0]).toBe(
      '这个部门一年的钱有多少？一年的预算是5,000.00万元。其中财政拨款5,000.00万元。',
    )
    expect(said(WHOLE_SAMPLE)[1]).toBe('钱用在哪些事上？护工培训：4,000.00万元。')
    expect(said(POLICY_SAMPLE)[0]).toContain('从2023-01-01到2025-12-31一共安排15,000.00万元。')
    expect(said(POLICY_SAMPLE)[2]).toContain('要达到≥1000人')
  })

  test('words of a task are withheld as words; what names nothing keeps all of it inside', () => {
    const office = WHOLE_SAMPLE.office
    if (!office) throw new Error('no office')
    const sources = [{ annualGoal: '目标', indicators: [], texts: officeTexts(office) }]
    const read = (what: string) => readWithholding(sources, [row(what)], labelOf)
    expect(read('护工培训').words).toEqual([{ text: '护工培训', note: '未公开（其他法定情形）' }])
    const whole = withhold(WHOLE_SAMPLE, read('人员编制'))
    expect(whole).toMatchObject({
      target: null,
      office: { kind: 'departmentWhole', duty: '', tasks: [], noSatisfactionReason: '' },
    })
    expect(plainWords(whole).at(-1)?.answers).toEqual(['目标还没有公开。'])
  })
})
