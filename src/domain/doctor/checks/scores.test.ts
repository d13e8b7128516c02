import { describe, expect, test } from 'vitest'
import type { DoctorIndicator, DoctorTable } from '../table.ts'
import { cleanTable, fund, placesOf, row, rowsWith } from '../testing.ts'

type Case = readonly [
  name: string,
  changes: { readonly [index: number]: Partial<DoctorIndicator> },
  places: readonly string[],
  table?: Partial<DoctorTable>,
]

const cases = (code: string, list: readonly Case[]) =>
  describe(code, () => {
    const all = list.map(([name, changes, places, table]) => ({ name, changes, places, table }))
    test.each(all)('$name', ({ changes, places, table }) => {
      expect(placesOf(cleanTable({ indicators: rowsWith(changes), ...table }), code)).toEqual(places)
    })
  })

cases('CHK-FULL-THOUGH-MISSED', [
  ['a number below its floor', { 0: { actual: '11公里' } }, ['row 0 score']],
  [
    'even where whole points would hide it',
    { 4: { target: '>=4754人', actual: '4604人', weight: '5', score: '5' } },
    ['row 4 score'],
  ],
  ['above a ceiling', { 3: { target: '≤8万元', actual: '8.79万元' } }, ['row 3 score']],
  [
    'the sign stands in the name',
    { 4: { name: '受益人口(≥**人)', target: '1200', actual: '1100', weight: '15', score: '15' } },
    ['row 4 score'],
  ],
  ['no sign on a count', { 0: { target: '550', actual: '20' } }, ['row 0 score']],
  ['below an “=”', { 1: { target: '=100%', actual: '98%' } }, ['row 1 score']],
  ['late', { 2: { actual: '2023年11月' } }, ['row 2 score']],
  ['in other units', { 0: { target: '≥12公里', actual: '11000米' } }, ['row 0 score']],
  ['reached in other units', { 0: { target: '≥12公里', actual: '12500米' } }, []],
  ['reached exactly', { 0: { actual: '12公里' } }, []],
  [
    'so little short that the points are all there',
    { 0: { target: '≥120000公里', actual: '119999公里' } },
    [],
  ],
  ['above an “=” is no miss', { 1: { target: '=8个', actual: '9个' } }, []],
  ['a bare cost may be meant either way', { 3: { target: '8万元', actual: '9万元' } }, []],
  ['a bare amount of money, too', { 0: { name: '项目资金', target: '43.2', actual: '37.24' } }, []],
  ['before September: which day is that', { 2: { target: '9月前', actual: '9月' } }, []],
  ['different units', { 4: { target: '≥1200人', actual: '300户' } }, []],
  ['read from a picture', { 0: { actual: '1公里' } }, [], { isOcr: true }],
  ['points were taken', { 0: { actual: '11公里', score: '18' } }, []],
  ['words', { 5: { actual: '没有做' } }, []],
])

cases('CHK-CUT-THOUGH-MET', [
  ['met and cut', { 0: { score: '17' } }, ['row 0 score']],
  [
    'saving money cost points',
    { 3: { target: '38.75万元', actual: '36.2万元', score: '9.34' } },
    ['row 3 score'],
  ],
  ['in time and cut', { 2: { target: '2023年10月', actual: '2023年10月', score: '8' } }, ['row 2 score']],
  ['qualitative rows have bands', { 5: { score: '12' } }, []],
  ['missed and cut', { 0: { actual: '11公里', score: '17' } }, []],
  ['read from a picture', { 0: { score: '17' } }, [], { isOcr: true }],
])

cases('CHK-ROW-SCORE', [
  [
    'a whole point for 99.4 %',
    { 4: { target: '1100万元', actual: '1093万元', weight: '6', score: '5' } },
    ['row 4 score'],
  ],
  [
    'the proportion to whole points',
    { 4: { target: '43.2', actual: '37.24', weight: '10', score: '9' } },
    [],
  ],
  [
    'the proportion to two decimals',
    { 4: { target: '43.2', actual: '37.24', weight: '10', score: '8.62' } },
    [],
  ],
  [
    'the proportion to one decimal',
    { 4: { target: '43.2', actual: '37.24', weight: '10', score: '8.6' } },
    [],
  ],
  [
    'nothing at all for half',
    { 4: { target: '≥100人', actual: '50人', weight: '10', score: '0' } },
    ['row 4 score'],
  ],
  [
    'more of an “=” with all points',
    { 4: { target: '=100份', actual: '125份', weight: '10', score: '10' } },
    ['row 4 score'],
  ],
  ['full marks are the graver finding', { 0: { actual: '11公里' } }, []],
  ['met and cut is another finding', { 0: { score: '17' } }, []],
  ['late days are not proportional', { 2: { actual: '2023年12月', score: '5' } }, []],
  [
    'a bare amount of money with all points',
    { 0: { name: '项目资金', target: '43.2', actual: '37.24' } },
    [],
  ],
])

cases('CHK-PARTIAL-NO-REASON', [
  ['no word', { 5: { score: '12', reason: '' } }, ['row 5 deviation_reason']],
  ['a 0', { 5: { score: '12', reason: '0' } }, ['row 5 deviation_reason']],
  ['无', { 5: { score: '12', reason: '无' } }, ['row 5 deviation_reason']],
  ['a stroke', { 5: { score: '12', reason: '/' } }, ['row 5 deviation_reason']],
  ['a reason', { 5: { score: '12', reason: '制度尚未全部落实' } }, []],
  ['the reason cannot be seen', { 5: { score: '12', reason: null } }, []],
  ['all points', { 5: { reason: '' } }, []],
])

cases('CHK-SCORE-WITHOUT-VALUE', [
  ['no actual value', { 0: { actual: '' } }, ['row 0 actual_text']],
  ['no target', { 0: { target: '' } }, ['row 0 target_text']],
  ['words where a number was asked', { 3: { target: '≤30万元', actual: '完成' } }, ['row 3 actual_text']],
  ['the actual cannot be seen', { 0: { actual: null } }, []],
  ['no points given', { 0: { actual: '', score: '0' } }, []],
  ['a text with a number in it', { 0: { actual: '逾12公里多' } }, []],
  ['a day answered by words', { 2: { actual: '按期完成' } }, []],
  [
    'an element of the process',
    { 0: { level1: '项目管理 13分', level2: '财务制度', target: '', actual: '' } },
    [],
  ],
  [
    'the rate of execution is blank',
    {},
    ['fund 0 rate'],
    { funds: [fund('年度资金总额', { weight: '10', rate: '', score: '10' })] },
  ],
])

test('a parent without values whose parts have them is no row without value', () => {
  const indicators = [
    row({ name: '补助粮食种植面积', target: '', actual: '' }),
    row({ name: '红薯种植面积', target: '5.5亩', actual: '5.5亩', weight: '', score: '' }),
    row({ name: '★补助家畜', target: '192只', actual: '192只' }),
    row({ name: '其中羊', target: '180只', actual: '180只', weight: '', score: '' }),
  ]
  const table = cleanTable({ indicators, isComplete: false })
  expect(placesOf(table, 'CHK-SCORE-WITHOUT-VALUE')).toEqual([])
  expect(placesOf(table, 'CHK-NUMBER-CONFLICT')).toEqual([])
})

cases('CHK-OVER-ACHIEVED', [
  ['by 30.1 %', { 4: { target: '≥1000人', actual: '1301人' } }, ['row 4 deviation_reason']],
  ['by exactly 30 %', { 4: { target: '≥1000人', actual: '1300人' } }, []],
  ['with a reason', { 4: { target: '≥1000人', actual: '2000人', reason: '新增两个村' } }, []],
  ['the reason cannot be seen', { 4: { target: '≥1000人', actual: '2000人', reason: null } }, []],
  ['a count without sign', { 4: { target: '53户', actual: '129户' } }, ['row 4 deviation_reason']],
  ['spending little is no over-achievement', { 3: { target: '≤8万元', actual: '2万元' } }, []],
  ['early', { 2: { actual: '2023年1月' } }, []],
])
