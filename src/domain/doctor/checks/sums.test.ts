import { describe, expect, test } from 'vitest'
import { CLEAN_ROWS, cleanTable, examine, fund, placesOf, row, rowsWith } from '../testing.ts'
import type { DoctorFund, DoctorTable } from '../table.ts'

type Case = readonly [name: string, given: Partial<DoctorTable>, places: readonly string[]]

test('a clean table has no finding at all', () => {
  expect(examine(cleanTable()).findings).toEqual([])
})

const cases = (code: string, list: readonly Case[]) =>
  describe(code, () => {
    test.each(list)('%s', (_name, given, places) => {
      expect(placesOf(cleanTable(given), code)).toEqual(places)
    })
  })

const total = (given: Partial<DoctorFund>) => [
  fund('年度资金总额', {
    initial: '100',
    adjusted: '100',
    executed: '95',
    weight: '10',
    rate: '95.00%',
    score: '9.5',
    ...given,
  }),
]

cases('CHK-WEIGHT-SUM', [
  [
    '110 beside a printed 100',
    { indicators: rowsWith({ 0: { weight: '30', score: '30' } }) },
    ['total_weight'],
  ],
  ['99.9 beside 100', { indicators: rowsWith({ 0: { weight: '19.9' } }) }, ['total_weight']],
  [
    'no printed total: 100 is expected',
    { totalWeight: null, indicators: rowsWith({ 0: { weight: '30' } }) },
    ['total_weight'],
  ],
  [
    'another total is printed and right',
    { totalWeight: '110', indicators: rowsWith({ 0: { weight: '30' } }) },
    [],
  ],
  ['a cut table is not summed', { isComplete: false, indicators: rowsWith({ 0: { weight: '30' } }) }, []],
  ['a weight that cannot be seen', { indicators: rowsWith({ 0: { weight: null } }) }, []],
  ['no weight of execution can be seen: its ten points may be missing', { funds: [] }, []],
  [
    'nor would they explain it',
    { funds: [], indicators: rowsWith({ 0: { weight: '15' } }) },
    ['total_weight'],
  ],
  ['a declaration may carry 90', { kind: 'target_declaration', totalWeight: null, funds: [] }, []],
  [
    'a declaration may carry 100',
    {
      kind: 'target_declaration',
      totalWeight: null,
      funds: [],
      indicators: rowsWith({ 0: { weight: '30' } }),
    },
    [],
  ],
  [
    'a declaration of 95',
    {
      kind: 'target_declaration',
      totalWeight: null,
      funds: [],
      indicators: rowsWith({ 0: { weight: '25' } }),
    },
    ['total_weight'],
  ],
  [
    'group title of 50 over 60 points',
    {
      isComplete: false,
      indicators: CLEAN_ROWS.map((each) => ({
        ...each,
        level1: `${each.level1}(50分)`
          .replace('效益指标(50分)', '效益指标(30分)')
          .replace('满意度指标(50分)', '满意度指标(10分)'),
        weight: each.level2 === '质量指标' ? '20' : each.weight,
      })),
    },
    ['row 0 level1'],
  ],
  [
    'group titles that fit',
    {
      isComplete: false,
      indicators: CLEAN_ROWS.map((each) => ({
        ...each,
        level1: each.level1 === '产出指标' ? '产出指标(50分)' : each.level1,
      })),
    },
    [],
  ],
  [
    'a range of points that fits',
    {
      isComplete: false,
      indicators: CLEAN_ROWS.map((each) => ({
        ...each,
        level1: each.level1 === '产出指标' ? '产出指标(40-50)分' : each.level1,
      })),
    },
    [],
  ],
  [
    'the last group of a cut table may be short',
    { isComplete: false, indicators: [row({ level1: '产出指标(50分)', weight: '10' })] },
    [],
  ],
  [
    'but not too long',
    { isComplete: false, indicators: [row({ level1: '产出指标(5分)', weight: '10' })] },
    ['row 0 level1'],
  ],
])

cases('CHK-SCORE-SUM', [
  ['100 printed for 99.5', { totalScore: '98.5' }, ['total_score']],
  ['rounded to whole points', { totalScore: '100' }, []],
  ['one decimal less than the sum', { totalScore: '99.4' }, ['total_score']],
  ['no total', { totalScore: null }, []],
  ['a score that cannot be seen', { totalScore: '80', indicators: rowsWith({ 0: { score: null } }) }, []],
  ['a weight without a score', { totalScore: '80', indicators: rowsWith({ 0: { score: '' } }) }, []],
  ['a cut table', { isComplete: false, totalScore: '80' }, []],
  ['execution cannot be seen: more than the rows may be its points', { funds: [], totalScore: '99.5' }, []],
  ['less than the rows is wrong anyhow', { funds: [], totalScore: '80' }, ['total_score']],
  ['other words than a number', { totalScore: '优秀' }, []],
])

cases('CHK-EXEC-RATE', [
  ['80 printed for 95', { funds: total({ rate: '80%' }) }, ['fund 0 rate']],
  [
    'the last digit',
    { funds: total({ adjusted: '43.2', executed: '37.24', rate: '86.21%', score: '8.62' }) },
    ['fund 0 rate'],
  ],
  [
    'fewer digits, rightly rounded',
    { funds: total({ adjusted: '43.2', executed: '37.24', rate: '86%', score: '8.62' }) },
    [],
  ],
  ['a bare number', { funds: total({ rate: '95' }) }, []],
  ['a bare 1 is 100 %', { funds: total({ executed: '100', rate: '1', score: '10' }) }, []],
  ['a share of one', { funds: total({ rate: '0.95' }) }, []],
  ['more than the budget', { funds: total({ executed: '102.59', rate: '102.59%', score: '10' }) }, []],
  ['the initial budget was divided by', { funds: total({ initial: '190', rate: '50%' }) }, ['fund 0 rate']],
  ['no adjusted budget: the initial one counts', { funds: total({ adjusted: '', rate: '95%' }) }, []],
  ['budget 0', { funds: total({ initial: '0', adjusted: '0', executed: '0', rate: '0', score: '0' }) }, []],
  ['budget in words', { funds: total({ adjusted: '854万(含上年400万)', rate: '50%' }) }, []],
  ['executed cannot be seen', { funds: total({ executed: null, rate: '50%' }) }, []],
  ['own unit in the cell', { funds: total({ adjusted: '1000000元', executed: '95万元' }) }, []],
  [
    'transfer: money merged into other pots leaves the denominator',
    { funds: [...total({ rate: '118.75%' }), fund('统筹整合资金', { adjusted: '20' })] },
    [],
  ],
])

cases('CHK-EXEC-SCORE', [
  [
    'whole points',
    { funds: total({ adjusted: '43.2', executed: '37.24', rate: '86%', score: '9' }) },
    ['fund 0 score'],
  ],
  [
    'from the printed rate',
    { funds: total({ adjusted: '43.2', executed: '37.24', rate: '86%', score: '8.6' }) },
    [],
  ],
  [
    'from the unrounded rate',
    { funds: total({ adjusted: '43.2', executed: '37.24', rate: '86%', score: '8.62' }) },
    [],
  ],
  ['not capped', { funds: total({ executed: '102.59', rate: '102.59%', score: '10.26' }) }, ['fund 0 score']],
  ['20 points', { funds: total({ weight: '20', executed: '97.75', rate: '97.75%', score: '19.55' }) }, []],
  [
    'a wrong rate does not make the score wrong twice',
    { funds: total({ executed: '80', rate: '100%', score: '10' }) },
    [],
  ],
  ['no rate at all', { funds: total({ executed: '', rate: '', score: '9' }) }, []],
])

cases('CHK-FUND-PARTS', [
  [
    'total printed as 0',
    {
      funds: [
        fund('年度资金总额', { initial: '0' }),
        fund('其中:财政拨款', { initial: '90' }),
        fund('其他资金'),
      ],
    },
    ['fund 0 initial_budget'],
  ],
  [
    '0.01 apart',
    {
      funds: [
        fund('合计', { adjusted: '7.79' }),
        fund('省级', { adjusted: '3.89' }),
        fund('市级', { adjusted: '3.89' }),
      ],
    },
    ['fund 0 adjusted_budget'],
  ],
  [
    'every column off is one finding',
    {
      funds: [
        fund('合计', { initial: '5', adjusted: '5' }),
        fund('省级', { initial: '3', adjusted: '3' }),
        fund('市级', { initial: '3', adjusted: '3' }),
      ],
    },
    ['fund 0 initial_budget'],
  ],
  [
    'six decimals printed as two',
    {
      funds: [
        fund('合计', { initial: '33.33' }),
        fund('省级', { initial: '11.110001' }),
        fund('市级', { initial: '22.22' }),
      ],
    },
    [],
  ],
  [
    'thousands comma in one cell only',
    {
      funds: [
        fund('合计', { initial: '215,457.6' }),
        fund('省级', { initial: '215457.6' }),
        fund('市级', { initial: '0' }),
      ],
    },
    [],
  ],
  [
    'components in two steps',
    {
      funds: [
        fund('合计', { initial: '100' }),
        fund('财政拨款', { initial: '80' }),
        fund('中央资金', { initial: '50' }),
        fund('省级资金', { initial: '30' }),
        fund('其他资金', { initial: '20' }),
      ],
    },
    [],
  ],
  [
    'steps without any words for them',
    {
      funds: [
        fund('合计', { initial: '100' }),
        fund('甲', { initial: '80' }),
        fund('乙', { initial: '50' }),
        fund('丙', { initial: '30' }),
        fund('丁', { initial: '20' }),
      ],
    },
    [],
  ],
  [
    'numbered steps',
    {
      funds: [
        fund('(一)财政拨款小计', { initial: '6.3' }),
        fund('1、一般公共预算', { initial: '6.3' }),
        fund('2、政府性基金', { initial: '0' }),
        fund('(二)自有资金小计', { initial: '0' }),
      ],
    },
    [],
  ],
  [
    'a numbered sum that is wrong',
    {
      funds: [
        fund('(一)财政拨款小计', { initial: '6.3' }),
        fund('1、一般公共预算', { initial: '6' }),
        fund('2、政府性基金', { initial: '0' }),
      ],
    },
    ['fund 0 initial_budget'],
  ],
  [
    'two totals, parts below the nearer one',
    {
      funds: [
        fund('项目总预算', { initial: '300' }),
        fund('当年年度预算', { initial: '65' }),
        fund('其中:财政资金', { initial: '65' }),
        fund('其中:其它资金', { initial: '0' }),
      ],
    },
    [],
  ],
  [
    '其中 is plainly only a part',
    { funds: [fund('立项批复', { initial: '525.39' }), fund('其中:中央资金', { initial: '500' })] },
    [],
  ],
  [
    'one part of a total',
    { funds: [fund('资金总额', { initial: '100' }), fund('其中:财政拨款', { initial: '60' })] },
    [],
  ],
  [
    'the only part is 0',
    { funds: [fund('资金总额', { initial: '20000' }), fund('其中:财政拨款', { initial: '0' })] },
    ['fund 0 initial_budget'],
  ],
  [
    'a part above its total',
    { funds: [fund('资金总额', { initial: '100' }), fund('其中:财政拨款', { initial: '160' })] },
    ['fund 0 initial_budget'],
  ],
  [
    'parts are blank',
    { funds: [fund('资金总额', { initial: '100' }), fund('其中:财政拨款'), fund('其他资金')] },
    [],
  ],
  [
    'a part cannot be seen',
    {
      funds: [
        fund('资金总额', { initial: '100' }),
        fund('财政拨款', { initial: '60' }),
        fund('其他资金', { initial: null }),
      ],
    },
    [],
  ],
  [
    'money in words',
    {
      funds: [
        fund('资金总额', { initial: '100' }),
        fund('财政拨款', { initial: '854万(其中400万…)' }),
        fund('其他资金', { initial: '1' }),
      ],
    },
    [],
  ],
])

cases('CHK-SCORE-ABOVE-WEIGHT', [
  ['12 of 10', { indicators: rowsWith({ 1: { score: '12' } }) }, ['row 1 score']],
  ['execution', { funds: total({ score: '11' }) }, ['fund 0 score']],
  ['all of it', { indicators: rowsWith({ 1: { score: '10' } }) }, []],
  ['a hundredth', { indicators: rowsWith({ 1: { score: '10.01' } }) }, ['row 1 score']],
])
