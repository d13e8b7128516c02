import { expect, test } from 'vitest'
import type { Content } from '../forms/form.ts'
import { takeOver } from './take-over.ts'

const CONTENT: Content = {
  annualGoal: '旧目标',
  indicators: [
    { id: 'a', name: '新建基地', kind: 'quant', operator: 'ge', value: '50', unit: '个', weight_x100: 5000 },
    { id: 'b', name: '带动农户', level2: 'social', kind: 'qual', valueText: '显著' },
  ],
  progress: [
    { id: 'p', actual: '10', likelihood: 'certain' },
    { id: 'q', actualText: '已开工' },
  ],
  execution: [{ fund: 'fiscal', adjusted_fen: '500', paid_fen: '100' }, { fund: 'other' }],
  scores: [{ id: 's', actual: '9' }],
  funds: [{ fund: 'fiscal', executed_fen: '1' }],
}
const TWO_FUNDS: Content = {
  ...CONTENT,
  execution: [
    { fund: 'fiscal', adjusted_fen: '500' },
    { fund: 'other', adjusted_fen: '20' },
  ],
}

test.each<
  [what: string, entity: string, own: object, said: object, patch: object, taken: string[], content?: Content]
>([
  ['the goal of the year', 'goal', { isLongTerm: 'false' }, { goal: '新' }, { annualGoal: '新' }, ['goal']],
  ['the goal of the period', 'goal', { isLongTerm: 'true' }, { goal: '新' }, { periodGoal: '新' }, ['goal']],
  [
    'a printed value, taken apart',
    'indicator',
    { id: 'a' },
    { valueText: '≤60亩', weight_x100: '4000' },
    { indicators: [{ operator: 'le', value: '60', unit: '亩', weight_x100: 4000 }, { id: 'b' }] },
    ['valueText', 'weight_x100'],
  ],
  [
    'what the system fills is left where it is',
    'indicator',
    { id: 'a' },
    { unitCode: '1', jurisdiction: '640000' },
    {},
    [],
  ],
  ['a row that is not there', 'indicator', { id: 'z' }, { name: '别的' }, {}, []],
  [
    'the amounts of a budget line',
    'annualBudget',
    {},
    { requested_fen: '7', current_fen: '8', control_fen: '9' },
    { requested_fen: '7', control_fen: '9' },
    ['requested_fen', 'control_fen'],
  ],
  [
    'a number stays a number',
    'monitorLine',
    { id: 'p' },
    { actualText: '12.5', likelihood: 'possible' },
    { progress: [{ id: 'p', actual: '12.5', likelihood: 'possible' }, { id: 'q' }] },
    ['actualText', 'likelihood'],
  ],
  [
    'words stay words',
    'monitorLine',
    { id: 'q' },
    { actualText: '12' },
    { progress: [{ id: 'p' }, { id: 'q', actualText: '12' }] },
    ['actualText'],
  ],
  [
    'the money of the one fund',
    'monitorLine',
    { id: 'p' },
    { paid_fen: '300' },
    { execution: [{ fund: 'fiscal', paid_fen: '300' }, { fund: 'other' }] },
    ['paid_fen'],
  ],
  ['not of two funds', 'monitorLine', { id: 'p' }, { paid_fen: '300' }, {}, [], TWO_FUNDS],
  [
    'an executed amount',
    'selfFund',
    { fund: 'fiscal' },
    { executed_fen: '5' },
    { funds: [{ fund: 'fiscal', executed_fen: '5' }] },
    ['executed_fen'],
  ],
  [
    'a score',
    'selfIndicator',
    { id: 's' },
    { score_x100: '950', name: '改名' },
    { scores: [{ id: 's', score_x100: 950 }] },
    ['score_x100'],
  ],
  ['no table of ours', 'libraryIndicator', { id: 'x' }, { name: '别的' }, {}, []],
])('%s', (_what, entity, own, said, patch, taken, content = CONTENT) => {
  const found = takeOver('changed', entity, own as never, said as never, content)
  expect(found.taken).toEqual(taken)
  expect(found.patch).toMatchObject(patch)
  expect(Object.keys(found.patch)).toEqual(Object.keys(patch))
})

const ROWS = CONTENT['indicators'] as readonly object[]
test.each<
  [what: string, change: 'new' | 'withdrawn', entity: string, own: object, said: object, patch: object]
>([
  [
    'a new goal goes where its kind says',
    'new',
    'goal',
    { isLongTerm: 'true' },
    { isLongTerm: 'true', goal: '新' },
    { periodGoal: '新' },
  ],
  [
    'a new indicator comes last, under its own id',
    'new',
    'indicator',
    { id: 'n' },
    { name: '培训人次', level1: 'output', level2: 'quantity', valueText: '≥300人次', weight_x100: '4000' },
    {
      indicators: [
        ...ROWS,
        {
          id: 'n',
          name: '培训人次',
          level1: 'output',
          level2: 'quantity',
          kind: 'quant',
          operator: 'ge',
          value: '300',
          upper: null,
          dateValue: null,
          unit: '人次',
          valueText: '≥300人次',
          weight_x100: 4000,
        },
      ],
    },
  ],
  [
    'sign and unit in columns of their own; the text stays as the file has it',
    'new',
    'indicator',
    { id: 'n' },
    { name: '成本', valueText: '20', sign: '≤', unit: '万元' },
    {
      indicators: [
        ...ROWS,
        {
          id: 'n',
          name: '成本',
          kind: 'quant',
          operator: 'le',
          value: '20',
          upper: null,
          dateValue: null,
          unit: '万元',
          valueText: '20',
        },
      ],
    },
  ],
  ['an id that is there already', 'new', 'indicator', { id: 'a' }, { name: '又一' }, {}],
  [
    'a new budget line brings its subjects',
    'new',
    'annualBudget',
    {},
    { requested_fen: '7', functionCode: '2130305', economicCode: '30201', current_fen: '7' },
    { requested_fen: '7', accountSubject: '2130305', economicSubject: '30201' },
  ],
  ['rows the system makes are not added', 'new', 'monitorLine', { id: 'x' }, { actualText: '1' }, {}],
  ['nor those of a self-evaluation', 'new', 'selfIndicator', { id: 'x' }, { score_x100: '1' }, {}],
  ['a withdrawn goal is emptied', 'withdrawn', 'goal', { isLongTerm: 'false' }, {}, { annualGoal: null }],
  [
    'a withdrawn indicator is taken out',
    'withdrawn',
    'indicator',
    { id: 'a' },
    {},
    { indicators: [ROWS[1]] },
  ],
  ['one that is not there', 'withdrawn', 'indicator', { id: 'z' }, {}, {}],
  ['a fund is never taken out', 'withdrawn', 'selfFund', { fund: 'fiscal' }, {}, {}],
])('%s', (_what, change, entity, own, said, patch) => {
  const found = takeOver(change, entity, own as never, said as never, CONTENT)
  expect(found.patch).toEqual(patch)
  expect(found.taken.length > 0).toBe(Object.keys(patch).length > 0)
})

test('what is written of a new row is named; what the system fills is not', () => {
  const said = { name: '甲', unitCode: '1', valueText: '5个', sign: '≥' }
  expect(takeOver('new', 'indicator', { id: 'n' }, said, {}).taken).toEqual(['name', 'valueText', 'sign'])
})
