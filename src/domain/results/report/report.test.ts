import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findUntraced, traceNumerals } from '../../documents/trace-numerals.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import { checkDispatches, checkFiguresCurrent, checkOwnNumerals, checkReceipts } from '../checks/report.ts'
import { assembleReport } from './assemble-report.ts'
import type { YearResult } from './year-result.ts'

const VALUES: Readonly<Record<string, object>> = {
  'results.circular_lists': { praised: ['excellent'], named: ['poor'] },
  'results.escalation': {
    steps: [
      { id: 'leader', label: '逾期15天报财政分管领导', afterDays: 15 },
      { id: 'circular', label: '逾期30天在通报中点名', afterDays: 30 },
    ],
  },
}
const rules = {
  value: (id: string) => ({ value: VALUES[id], use: { id } }),
} as unknown as ParameterReader
const DONE = { state: 'verified', isVerified: true, planDueOn: '2024-06-01', completionDueOn: '2024-07-31' }
const OPEN = { ...DONE, state: 'planned', isVerified: false }

let count = 0
const source = (recordTitle: string) => {
  count += 1
  return { recordId: `r${count}`, recordTitle, version: 3 }
}

function result(
  given: Partial<YearResult> & { readonly score?: number; readonly grade?: string } = {},
): YearResult {
  const { score = 8852, grade = 'good', ...others } = given
  count += 1
  return {
    projectId: `p${count}`,
    projectName: `示范项目${count}号工程`,
    placeName: '示例县',
    departmentName: '示例县农业农村局',
    unitName: '示例县农技中心',
    budget_fen: '500000000',
    isBudgetOfEvaluation: true,
    projectVersion: 2,
    evaluation: {
      ...source('财政绩效评价'),
      score_x100: score,
      grade: grade as never,
      problems: ['资金到位率92.00%，低于要求', '4个村没有管护记录。'],
    },
    notice: { ...source('绩效评价整改通知'), documentNumber: '示财（绩）发〔2024〕3号' },
    tasks: [
      { ...source('整改任务1'), ...DONE, recovered_fen: '40000000' },
      { ...source('整改任务2'), ...OPEN, recovered_fen: null },
    ],
    decision: {
      ...source('挂钩决定'),
      measure: 'reduce',
      current_fen: '500000000',
      next_fen: '380000000',
      performanceChange_fen: '-20000000',
    },
    disclosure: { ...source('评价结果公开'), disclosedOn: '2024-06-20' },
    ...others,
  }
}

const assemble = (results: readonly YearResult[], isProvincial = false, asOf = '2024-06-24') =>
  assembleReport({ fiscalYear: 2023, placeName: '示例县', isProvincial, results, rules, asOf })

const TEXTS = ['resultsText', 'problemsText', 'applicationText', 'listsText'] as const

describe('专报 and 通报 from confirmed results', () => {
  test('tells results by grade, problems, rectification and decisions', () => {
    const { resultsText, problemsText, applicationText, listsText } = assemble([
      result({ projectName: '渠道改造', score: 9250, grade: 'excellent' }),
      result({ projectName: '培训', score: 5500, grade: 'poor', tasks: [], notice: null, decision: null }),
    ])
    expect(resultsText.split('\n')).toEqual([
      '2023年度，示例县共有2个项目的财政绩效评价结果得到确认，涉及资金1,000.00万元。按等级分：优1个、资金500.00万元；良0个；中0个；差1个、资金500.00万元。',
      '渠道改造（示例县农技中心）：得分92.50分，等级为优，涉及资金500.00万元。',
      '培训（示例县农技中心）：得分55.00分，等级为差，涉及资金500.00万元。',
    ])
    expect(problemsText.split('\n')[0]).toBe(
      '评价共提出问题4个，印发整改通知1份，形成整改任务2项，已核实1项，整改完成率50.00%，核实收回资金40.00万元。',
    )
    expect(problemsText.split('\n')[1]).toBe(
      '渠道改造：一是资金到位率92.00%，低于要求；二是4个村没有管护记录。',
    )
    expect(applicationText.split('\n')).toEqual([
      '已对1个项目作出预算安排决定：“削减”1个；本年预算合计500.00万元，下年安排合计380.00万元，净减少120.00万元，其中因绩效结果核减20.00万元。已公开评价结果的项目2个。',
      '渠道改造：削减，本年预算500.00万元，下年安排380.00万元，因绩效结果减少20.00万元。',
    ])
    expect(listsText).toBe(
      '通报表扬1个项目：渠道改造（示例县农技中心，92.50分）。\n点名通报1个项目：培训（示例县农技中心，55.00分）。',
    )
  })

  test('rectification overdue up to the circular is named with project, unit, day and level', () => {
    const project = result({ projectName: '渠道改造' })
    const named = (asOf: string) => assemble([project], false, asOf).listsText.split('\n').slice(2)
    expect(named('2024-08-29')).toEqual([])
    expect(named('2024-08-30')).toEqual([
      '整改逾期点名1项：渠道改造（示例县农技中心）的整改任务2，期限2024年7月31日，逾期30天在通报中点名。',
    ])
    const task = { ...source('整改任务3'), ...OPEN, state: 'open', recovered_fen: null }
    const [line] = assemble([{ ...project, tasks: [task] }], false, '2024-07-01')
      .listsText.split('\n')
      .slice(2)
    expect(line).toContain('期限2024年6月1日')
  })

  test('the province tells it place by place', () => {
    const { resultsText } = assemble(
      [result(), result({ placeName: '另一县', grade: 'poor', score: 4000 })],
      true,
    )
    expect(resultsText.split('\n').slice(1)).toEqual([
      '示例县：1个项目，涉及资金500.00万元，优0个；良1个、资金500.00万元；中0个；差0个。',
      '另一县：1个项目，涉及资金500.00万元，优0个；良0个；中0个；差1个、资金500.00万元。',
    ])
  })

  test('whatever the results are, every numeral of every text is a figure, where the figure says', () => {
    const one = fc.record({
      score: fc.integer({ min: 0, max: 10_000 }),
      grade: fc.constantFrom('excellent', 'good', 'fair', 'poor'),
      budget_fen: fc.bigInt({ min: 0n, max: 10n ** 13n }).map(String),
      placeName: fc.constantFrom('示例县', '另一县'),
      isDecided: fc.boolean(),
      isNoticed: fc.boolean(),
      asOf: fc.constantFrom('2024-06-24', '2024-12-31'),
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 40 }), fc.boolean(), (rows, isProvincial) => {
        const results = rows.map(({ isDecided, isNoticed, asOf: _asOf, ...row }) =>
          result({
            ...row,
            ...(isDecided ? {} : { decision: null }),
            ...(isNoticed ? {} : { notice: null, tasks: [], disclosure: null }),
          }),
        )
        const report = assemble(results, isProvincial, rows[0]?.asOf)
        const numbers = new Set(report.figures.map(({ number }) => number))
        for (const field of TEXTS) {
          expect(findUntraced(report[field], report.figures)).toEqual([])
          const stated = report.figures.flatMap((figure) =>
            (figure.places ?? '')
              .split('、')
              .filter((place) => place.startsWith(`${field}@`))
              .map((place) => {
                const at = Number(place.split('@')[1])
                expect(report[field].slice(at, at + figure.text.length)).toBe(figure.text)
                return at
              }),
          )
          // Every numeral lies in a place some figure names, so each can be followed without guessing.
          for (const { numeral } of traceNumerals(report[field], report.figures))
            expect(stated).toContain(numeral.place)
        }
        for (const { basis, inputs, recordId, number } of report.figures) {
          if (basis !== 'computed') expect(recordId).toBeTruthy()
          for (const input of inputs ? inputs.split('、').map(Number) : []) {
            expect(numbers.has(input)).toBe(true)
            expect(input).toBeLessThan(number)
          }
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('checks of a report', () => {
  test('a record that changed since is named with its new value', () => {
    const project = result({ projectName: '渠道改造' })
    const then = assemble([project])
    const now = assemble([{ ...project, evaluation: { ...project.evaluation, score_x100: 9000 } }])
    expect(checkFiguresCurrent(then.figures, then.figures)).toEqual([])
    expect(checkFiguresCurrent(then.figures, now.figures)[0]?.message).toContain(
      '渠道改造评价得分现为90.00分',
    )
  })

  test('a numeral somebody typed needs an origin', () => {
    const { figures } = assemble([result({ projectName: '渠道改造' })])
    const texts = { opening: '2023年度组织评价1个项目，培训120人次。' }
    expect(checkOwnNumerals(texts, figures, [])[0]).toMatchObject({
      where: { section: 'own', field: 'opening' },
      message: expect.stringContaining('120人次'),
    })
    expect(checkOwnNumerals(texts, figures, [{ text: '120人次' }])).toEqual([])
    expect(checkOwnNumerals({ opening: '建立了一项制度。' }, figures, [])).toEqual([])
  })

  test.each([
    [{ recipient: '县政府', sentOn: null }, '请填写发送日期'],
    [{ recipient: '县政府', sentOn: '2024-05-01' }, '发送日期应在签发日'],
    [{ recipient: '县政府', sentOn: '2024-06-30' }, '发送日期应在签发日'],
    [{ recipient: '县政府', sentOn: '2024-06-10', receivedOn: '2024-06-09' }, '签收日期早于发送日期'],
  ])('%j: %s', (dispatch, words) => {
    const [finding] = checkDispatches([dispatch], { signedOn: '2024-06-01', today: '2024-06-20' })
    expect(finding?.message).toContain(words)
  })

  test('is closed when everybody has received it, on paper or in the system', () => {
    const dispatches = [
      { recipient: '县政府', way: 'paper', receivedOn: '2024-06-12' },
      { recipient: '县水务局', way: 'system' },
    ]
    expect(checkReceipts(dispatches, []).map(({ where }) => where.row)).toEqual([1])
    expect(checkReceipts(dispatches, ['县水务局'])).toEqual([])
  })
})
