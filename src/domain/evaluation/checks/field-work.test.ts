import { expect, test } from 'vitest'
import type { EvaluationFinanceContent } from '../../forms/contents.ts'
import { readerOf } from '../../rules/testing.ts'
import type { Finding } from '../../shared/finding.ts'
import * as checks from './index.ts'

const said = (findings: readonly Finding[]) => findings.map(({ severity, where }) => [severity, where.field])

test.each<[why: string, row: object, isEnd: boolean, expected: string[][]]>([
  ['not yet due', { dueOn: '2023-06-10' }, false, []],
  ['due today', { dueOn: '2023-06-01' }, false, []],
  ['overdue: a reminder', { dueOn: '2023-05-31' }, false, [['warning', 'requests']]],
  ['not here at the end', { dueOn: '2023-06-10' }, true, [['error', 'requests']]],
  ['here', { dueOn: '2023-05-31', deliveredOn: '2023-06-01' }, true, []],
  ['the reason is told', { dueOn: '2023-05-31', note: '原件在审计机关' }, true, []],
])('EVA-094 资料清单: %s', (_why, row, isEnd, expected) => {
  expect(
    said(checks.checkRequests({ requests: [{ material: '合同', ...row }] }, '2023-06-01', isEnd)),
  ).toEqual(expected)
})

test.each<[why: string, content: EvaluationFinanceContent, count: number]>([
  ['nobody went', {}, 1],
  ['a visit', { fieldSurveys: [{ place: '某村' }] }, 0],
  ['the reason is told', { noSurveyReason: '资金补贴到户，以电话核实代替' }, 0],
])('EVA-095 现场调查: %s', (_why, content, count) => {
  expect(checks.checkFieldSurvey(content)).toHaveLength(count)
})

const SAMPLE = readerOf({
  'evaluation.survey_sample': { confidence: '95%', z_x100: 196, margin_bp: 500 },
})
const GOOD = {
  ...{ group: '农户', population: 100, sent: 90, returned: 85, valid: 80 },
  ...{ verySatisfied: 40, satisfied: 30, neutral: 10, dissatisfied: 0, veryDissatisfied: 0 },
}

test.each<[why: string, change: object, count: number]>([
  ['just enough', {}, 0],
  ['one too few', { valid: 79, neutral: 9 }, 1],
  ['one too few, the bias is told', { valid: 79, neutral: 9, biasNote: '外出务工农户没有填答' }, 0],
  ['more back than sent', { returned: 91 }, 1],
  ['more valid than back', { returned: 79 }, 1],
  ['the answers make another sum', { neutral: 11 }, 1],
])('EVA-093 问卷: %s', (_why, change, count) => {
  expect(checks.checkQuestionnaires({ questionnaires: [{ ...GOOD, ...change }] }, SAMPLE)).toHaveLength(count)
})

const SCORES = [{ itemCode: 'A', name: '甲', weight_x100: 500 }]
test.each<[why: string, content: EvaluationFinanceContent, count: number]>([
  ['nothing by a method', {}, 0],
  ['an unknown number', { scoredBy: [{ itemCode: 'B', method: 'elements' }] }, 1],
  ['elements without lines', { scoredBy: [{ itemCode: 'A', method: 'elements' }] }, 1],
  [
    'elements with a line',
    { scoredBy: [{ itemCode: 'A', method: 'elements' }], standards: [{ itemCode: 'A', label: '一' }] },
    0,
  ],
  [
    'named twice',
    {
      scoredBy: [
        { itemCode: 'A', method: 'formula', value: '90' },
        { itemCode: 'A', method: 'formula', value: '90' },
      ],
    },
    1,
  ],
  [
    'a rate of money without money',
    { scoredBy: [{ itemCode: 'A', method: 'formula', valueFrom: 'receivedRate' }] },
    1,
  ],
  [
    'a deduction without its price',
    {
      scoredBy: [{ itemCode: 'A', method: 'deduction' }],
      standards: [{ itemCode: 'A', label: '一', count: 1 }],
    },
    1,
  ],
  ['answers without a survey', { scoredBy: [{ itemCode: 'A', method: 'likert' }] }, 1],
])('EVA-092 评分标准: %s', (_why, content, count) => {
  expect(checks.checkScoringStandards({ scores: SCORES, ...content })).toHaveLength(count)
})
