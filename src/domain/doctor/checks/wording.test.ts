import { describe, expect, test } from 'vitest'
import type { DoctorIndicator, DoctorTable } from '../table.ts'
import { cleanTable, examine, fund, placesOf, row, rowsWith } from '../testing.ts'

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

cases('CHK-NOT-QUANTIFIED', [
  ['a quantity in words', { 0: { target: '按计划实施' } }, ['row 0 target_text']],
  ['quality in words', { 1: { target: '合规' } }, ['row 1 target_text']],
  ['time in words', { 2: { target: '及时' } }, ['row 2 target_text']],
  ['cost in words', { 3: { target: '符合相关规定' } }, ['row 3 target_text']],
  ['a rate in words', { 5: { name: '就业率', target: '显著提高' } }, ['row 5 target_text']],
  ['efficiency is no rate', { 5: { name: '提高工作效率', target: '显著提高' } }, []],
  ['social effect in words', { 4: { target: '效果明显' } }, []],
  ['a day', { 2: { target: '2023年底' } }, []],
  ['words with a number', { 0: { target: '1-6期培训后考核' } }, []],
  ['blank', { 0: { target: '' } }, []],
  ['cannot be seen', { 0: { target: null } }, []],
])

cases('CHK-NO-OPERATOR', [
  ['a bare count', { 0: { target: '12公里' } }, ['row 0 target_text']],
  ['all of something', { 1: { target: '100%' } }, []],
  ['all of a rate without the sign for percent', { 1: { target: '100' } }, []],
  ['a sign in the name', { 0: { name: '里程(≥**公里)', target: '12' } }, []],
  ['in words', { 0: { target: '不低于12公里' } }, []],
  ['in words behind', { 6: { target: '90%及以上' } }, []],
  ['a range', { 0: { target: '12-15公里' } }, []],
  ['a day', { 2: { target: '12月底前' } }, []],
  ['read from a picture', { 0: { target: '12公里' } }, ['row 0 target_text'], { isOcr: true }],
  ['misread in a picture: said once', { 4: { target: 'IO次' } }, [], { isOcr: true }],
])

cases('CHK-NO-UNIT', [
  ['a bare count', { 4: { target: '≥15' } }, ['row 4 target_text']],
  ['a percentage of more than all', { 1: { target: '≥550' } }, ['row 1 target_text']],
  ['a rate', { 6: { target: '≥90' } }, []],
  ['the unit in brackets', { 0: { name: '任务完成时限(月)', target: '10' } }, []],
  ['the unit in the name', { 0: { name: '变压器3台', target: '3' } }, []],
  ['counted things in the name', { 0: { name: '建设项目个数(含续建)', target: '1' } }, []],
  ['a unit', { 0: { target: '≥12km' } }, []],
])

cases('CHK-VALUE-IN-NAME', [
  ['a year', { 2: { name: '2023年', target: '' } }, ['row 2 name']],
  ['an amount', { 3: { name: '38.75万元', target: '' } }, ['row 3 name']],
  ['a number', { 0: { name: '88', target: '100' } }, ['row 0 name']],
  [
    'a deadline beside 100 %',
    { 2: { name: '12月底之前完成', target: '100%', actual: '100%' } },
    ['row 2 name'],
  ],
  ['a count with a blank target', { 0: { name: '新建道路12公里', target: '' } }, ['row 0 name']],
  ['a count that stands in the cell, too', { 0: { name: '新建道路12公里', target: '≥12公里' } }, []],
  ['the official template', { 0: { name: '新建道路(≥**公里)', target: '12' } }, []],
  ['a year in a name', { 0: { name: '完成2023年度硬化任务', target: '≥12公里' } }, []],
])

cases('CHK-PLACEHOLDER', [
  ['only a unit', { 0: { target: '公里' } }, ['row 0 target_text']],
  ['only a sign', { 6: { target: '≧ %' } }, ['row 6 target_text']],
  ['both words of a choice', { 5: { target: '好坏' } }, ['row 5 target_text']],
  ['dots', { 5: { target: '……' } }, ['row 5 target_text']],
  ['stars of the template', { 0: { target: '≥**公里' } }, ['row 0 target_text']],
  ['an instruction', { 5: { actual: '请填写实际完成情况' } }, ['row 5 actual_text']],
  ['a nameless line with points', { 5: { name: '指标2' } }, ['row 5 name']],
  ['an unused line', { 5: { name: '指标2', target: '', actual: '', weight: '', score: '' } }, []],
  ['a line of dots', { 5: { name: '……', target: '……', actual: '', weight: '', score: '' } }, []],
  ['an instruction as conclusion', {}, ['conclusions'], { conclusions: '请根据项目实际情况填写评价结论。' }],
  ['a blank numbering as goal', {}, ['annual_goal'], { annualGoal: '目标1：\n目标2：\n……' }],
  ['a value', { 5: { target: '良好' } }, []],
])

cases('CHK-OCR-SUSPECT', [
  ['satisfaction of 290 %', { 6: { actual: '290%' } }, ['row 6 actual_text']],
  ['satisfaction of 130 %', { 6: { actual: '130%' } }, ['row 6 actual_text']],
  ['letters for digits', { 0: { target: 'IO公里' } }, ['row 0 target_text']],
  ['a letter among digits', { 4: { actual: '12O0人' } }, ['row 4 actual_text']],
  ['a broken 元', { 3: { target: '≤8万兀' } }, ['row 3 target_text']],
  ['14.8 read as M.8', { 0: { actual: 'M.8' } }, ['row 0 actual_text']],
  ['≤ read as W', { 3: { target: 'W8万元' } }, ['row 3 target_text']],
  [
    '≥6 read as 26',
    { 4: { target: '26次', actual: '12次', weight: '15', score: '15' } },
    ['row 4 target_text'],
    { isOcr: true },
  ],
  ['26 in a table nobody read from a picture', { 4: { target: '26次', actual: '12次' } }, []],
  ['growth above 100 %', { 4: { name: '产值增长', target: '≥120%', actual: '130%' } }, []],
  ['carbon dioxide', { 4: { name: '减排量', target: '≥10吨CO2', actual: '12吨CO2' } }, []],
  ['an amount', {}, ['fund 0 initial_budget'], { funds: [fund('合计', { initial: '9O万元' })] }],
])

cases('CHK-DIGITS-LOST', [
  ['the whole part', { 0: { actual: '.32' } }, ['row 0 actual_text']],
  ['the whole part before a comma', { 0: { target: ',5' } }, ['row 0 target_text']],
  [
    'weight, target, actual and score in one cell',
    { 0: { target: '10≥266米≥266米10' } },
    ['row 0 target_text'],
  ],
  [
    'name and value without a gap',
    { 0: { name: '88', target: '100' } },
    ['row 0 target_text'],
    { text: '数量指标88100' },
  ],
  ['the same with a gap', { 0: { name: '88', target: '100' } }, [], { text: '数量指标 88 100' }],
  [
    'one digit for each of seven places',
    { 0: { target: '2312222' } },
    ['row 0 target_text'],
    { unit: '甲、乙、丙、丁、戊、己、庚' },
  ],
  ['four grades', { 0: { target: '优≥90良≥80中≥60' } }, []],
  ['an amount', {}, ['fund 0 executed'], { funds: [fund('合计', { executed: '.5' })] }],
  [
    'a whole form without figures',
    { 0: { target: null } },
    ['text'],
    {
      text: `总分:分 预算数()执行数() 效益指标(分)${'指标名称'.repeat(50)}`,
      funds: [],
      indicators: [row({ target: null, actual: null, weight: null, score: null })],
    },
  ],
])

test('what a reader could not tell apart is a finding with its place', () => {
  const notes = [
    { kind: 'run_together', place: '第 3 行', message: '数字连在一起，分不开。' },
    { kind: 'hidden', place: '自评表', message: '读了隐藏列。' },
  ] as const
  const { findings } = examine(cleanTable(), { notes })
  expect(findings.map(({ ruleId, message }) => [ruleId, message])).toEqual([
    ['CHK-DIGITS-LOST', '第 3 行：数字连在一起，分不开。'],
  ])
})

cases('CHK-COPIED-ACTUAL', [
  ['the sign', { 0: { actual: '≥12公里' } }, ['row 0 actual_text']],
  ['a bound word', { 6: { actual: '93%及以上' } }, ['row 6 actual_text']],
  ['the number alone', { 0: { actual: '12公里' } }, []],
  ['what happened', { 0: { actual: '达到12公里' } }, []],
  ['a range of ages', { 0: { actual: '18-54周岁' } }, []],
])

cases('CHK-STOCK-PHRASE', [
  ['a phrase', { 5: { actual: '达成预期指标' } }, ['row 5 actual_text']],
  ['with a full stop', { 5: { actual: '已完成。' } }, ['row 5 actual_text']],
  ['a fact', { 5: { actual: '已完成制度建设并公示' } }, []],
  ['the answer to yes or no', { 5: { target: '是', actual: '完成' } }, []],
  ['the answer to whether', { 5: { name: '是否建立制度', actual: '完成' } }, []],
])

cases('CHK-DIRECTION', [
  ['a floor for a cost', { 3: { name: '项目总成本', target: '≥80万元' } }, ['row 3 target_text']],
  ['a ceiling for an output', { 0: { name: '建设示范村数量', target: '≤4个' } }, ['row 0 target_text']],
  ['more than everything', { 1: { target: '≥100%' } }, ['row 1 target_text']],
  ['everything', { 1: { target: '=100%' } }, []],
  ['a ceiling for satisfaction', { 6: { target: '≤90%' } }, ['row 6 target_text']],
  ['a floor for harm', { 4: { name: '森林火灾受害率', target: '≥1‰' } }, ['row 4 target_text']],
  ['a ceiling for harm', { 0: { name: '安全事故', target: '≤0起', actual: '0起' } }, []],
  ['a floor for savings', { 3: { name: '成本节约率', target: '≥5%' } }, []],
  ['a floor for a standard of aid', { 3: { name: '低保补助标准', target: '≥530元/人·月' } }, []],
  ['a ceiling for a standard of aid', { 1: { name: '临时救助标准', target: '≤5300元/户' } }, []],
  ['growth above 100 %', { 4: { name: '产值增长', target: '≥120%' } }, []],
])

cases('CHK-DUPLICATE', [
  [
    'name and target',
    { 4: { level1: '满意度指标', level2: '服务对象满意度指标', name: '群众满意度', target: '≥90%' } },
    ['row 6 name'],
  ],
  [
    'the same name with another target',
    { 4: { level1: '满意度指标', level2: '服务对象满意度指标', name: '群众满意度', target: '≥95%' } },
    [],
  ],
  ['the same name on another level', { 4: { name: '群众满意度', target: '≥90%' } }, []],
  [
    'one particular figure twice',
    { 0: { target: '≥1102人' }, 1: { level2: '数量指标', name: '入股人数', target: '≥1102人' } },
    ['row 1 target_text'],
  ],
  [
    'a round figure twice',
    { 0: { target: '≥10个' }, 1: { level2: '数量指标', name: '合作社', target: '≥10个' } },
    [],
  ],
  [
    'value of output as income',
    {
      4: { level2: '经济效益指标', name: '产值', target: '≥80万元' },
      5: { level2: '经济效益指标', name: '增收', target: '≥80万元' },
    },
    ['row 5 target_text'],
  ],
  [
    'two rates of 95 %',
    {
      0: { level2: '质量指标', name: '合格率', target: '≥95.55%' },
      1: { name: '达标率', target: '≥95.55%' },
    },
    [],
  ],
  [
    'a part of the row above',
    {
      0: { name: '鱼塘面积', target: '123亩' },
      1: { level2: '数量指标', name: '其中养殖面积', target: '123亩', weight: '', score: '' },
    },
    [],
  ],
])

cases('CHK-WRONG-LEVEL', [
  ['economic effect under output', { 0: { level2: '经济效益指标' } }, ['row 0 level2']],
  ['quantity under benefit', { 4: { level2: '数量指标' } }, ['row 4 level2']],
  ['cost under output is the older catalogue', {}, []],
  ['economic cost under output is not', { 3: { level2: '经济成本指标' } }, ['row 3 level2']],
  [
    'satisfaction under benefit is the older catalogue',
    { 6: { level1: '效益指标', level2: '满意度指标' } },
    [],
  ],
  ['old names of first levels', { 0: { level1: '项目完成指标' }, 4: { level1: '项目效益指标' } }, []],
  ['cost as first level', { 3: { level1: '成本指标', level2: '社会成本指标' } }, []],
  ['another system of levels', { 0: { level1: '实施效果指标', level2: '效益指标' } }, []],
  [
    'cost control under ecology',
    { 5: { level2: '生态效益指标', name: '对控制基建项目成本影响程度' } },
    ['row 5 name'],
  ],
  [
    'satisfaction under social effect',
    { 4: { name: '群众满意度', target: '≥90%', actual: '95%' } },
    ['row 4 name'],
  ],
  [
    'money as quantity',
    { 0: { name: '工程资金金额', target: '≤43.2万元', actual: '43.2万元' } },
    ['row 0 name'],
  ],
])

const withoutBenefit = rowsWith({
  4: { level1: '产出指标', level2: '数量指标' },
  5: { level1: '产出指标', level2: '质量指标' },
})
cases('CHK-NO-BENEFIT', [
  ['none at all', {}, [''], { indicators: withoutBenefit }],
  ['a cut table', {}, [], { indicators: withoutBenefit, isComplete: false }],
  ['an evaluation report', {}, [], { indicators: withoutBenefit, kind: 'evaluation_report' }],
  ['one', {}, []],
])

cases('CHK-NO-SATISFACTION', [
  ['none at all', { 6: { level1: '效益指标', level2: '社会效益指标', name: '受益户' } }, ['']],
  [
    'with a reason',
    { 6: { level1: '效益指标', level2: '社会效益指标', name: '受益户' } },
    [],
    { conclusions: '本项目不涉及服务对象，不设满意度指标。' },
  ],
  [
    'a cut table',
    { 6: { level1: '效益指标', level2: '社会效益指标', name: '受益户' } },
    [],
    { isComplete: false },
  ],
  ['under benefit', { 6: { level1: '效益指标', level2: '满意度指标' } }, []],
])

cases('CHK-YEAR-MISMATCH', [
  ['a deadline of another year', { 2: { target: '2021年12月完成' } }, ['row 2 target_text']],
  ['this year', { 2: { target: '2023年12月完成' } }, []],
  ['a period that includes this year', { 2: { target: '2022年4月-2024年2月' } }, []],
  ['a deadline without year', { 2: { target: '12月底前' } }, []],
  ['a project of another year', {}, ['project.name'], { projectName: '2021年村内道路硬化项目' }],
  ['carried over', {}, [], { projectName: '2021年村内道路硬化项目(续建)' }],
  [
    'a project code of next year',
    {},
    ['project.name'],
    { projectName: '51092324T000010263357-道路硬化项目' },
  ],
  ['a goal of last year', {}, ['annual_goal'], { annualGoal: '2022年全年计划完成道路硬化12公里。' }],
  ['a document of last year', {}, [], { annualGoal: '根据〔2022〕15号文件，完成道路硬化12公里。' }],
  ['the year is not known', { 2: { target: '2021年12月完成' } }, [], { year: null }],
])

cases('CHK-TEXT-MISMATCH', [
  ['a bridge in a road project', { 1: { name: '确保天桥质量' } }, ['row 1 name']],
  ['a bridge that is counted', { 0: { name: '新建桥梁' }, 1: { name: '桥梁工程质量' } }, []],
  ['road in a road project', { 1: { name: '路面平整度' } }, []],
  [
    'the standard of another programme',
    { 4: { name: '农村低保发放', reason: '按临时救助标准评价' } },
    ['row 4 deviation_reason'],
  ],
  ['the standard of its own programme', { 4: { name: '农村低保发放', reason: '按低保标准评价' } }, []],
  [
    'another town',
    {},
    ['annual_goal'],
    { unit: '某县青山镇人民政府', annualGoal: '某县白水镇完成道路硬化。' },
  ],
  ['its own town', {}, [], { unit: '某县青山镇人民政府', annualGoal: '某县青山镇完成道路硬化。' }],
])

cases('CHK-NUMBER-CONFLICT', [
  [
    'number times price',
    { 0: { target: '=10公里' }, 3: { name: '补助标准', target: '=23万元/公里' } },
    ['row 3 target_text'],
    { funds: [fund('资金总额', { initial: '214.06' })] },
  ],
  [
    'number times price that fits',
    { 0: { target: '=10公里' }, 3: { name: '补助标准', target: '=21.4万元/公里' } },
    [],
    { funds: [fund('资金总额', { initial: '214.06' })] },
  ],
  [
    'a floor and a ceiling are no price',
    { 0: { target: '≥10公里' }, 3: { name: '补助标准', target: '≤23万元/公里' } },
    [],
    { funds: [fund('资金总额', { initial: '214.06' })] },
  ],
  [
    'a price for a small part',
    { 0: { target: '=10公里' }, 3: { name: '补助标准', target: '=2万元/公里' } },
    [],
    { funds: [fund('资金总额', { initial: '214.06' })] },
  ],
  [
    'one name, two targets',
    {
      5: { level2: '社会效益指标', name: '受益人口数量', target: '≥1300人' },
      4: { name: '受益人口数量', target: '≥1200人' },
    },
    ['row 5 target_text'],
  ],
  ['score in the conclusion', {}, ['conclusions'], { conclusions: '综合自评得分98.5分。' }],
  ['the same score with fewer digits', {}, [], { conclusions: '综合自评得分99.5分。' }],
  ['rate in the conclusion', {}, ['conclusions'], { conclusions: '预算执行率为98%。' }],
  ['the rate with fewer digits', {}, [], { conclusions: '预算执行率为95%。' }],
  [
    'goal and indicator',
    { 4: { name: '新增高新技术企业', target: '≥18家' } },
    ['row 4 target_text'],
    { annualGoal: '新增高新技术企业15家。' },
  ],
  ['money asked for in the goal', {}, ['annual_goal'], { annualGoal: '申请财政资金130万元，完成道路硬化。' }],
  ['money of one of the lines', {}, [], { annualGoal: '申请财政资金80万元，完成道路硬化。' }],
  [
    'a list that is more than its whole',
    {},
    ['text'],
    { text: '共完成预算资金89.97万元。其中:30万元用于编制;30万元用于审计;29.99万元用于测绘。' },
  ],
  [
    'a list that fits',
    {},
    [],
    { text: '共申请预算资金100万元。其中:30万元用于编制;30万元用于审计;40万元用于测绘。' },
  ],
  ['a list of some parts', {}, [], { text: '共申请预算资金100万元。其中:30万元用于编制;30万元用于审计。' }],
  ['grade and total', {}, ['grade'], { grade: '良' }],
  ['no grade', {}, [], { grade: null }],
])

cases('CHK-COST-VS-BUDGET', [
  ['more than the budget', { 3: { name: '设备购置费', target: '≤120万元' } }, ['row 3 target_text']],
  ['another total than the budget', { 3: { name: '项目总成本', target: '≤90万元' } }, ['row 3 target_text']],
  ['the total', { 3: { name: '项目总成本', target: '≤100万元' } }, []],
  ['the total rounded down', { 3: { name: '项目总成本', target: '≤99.95万元' } }, ['row 3 target_text']],
  ['the total but for some yuan', { 3: { name: '项目总成本', target: '≤99.995万元' } }, []],
  ['in other units', { 3: { name: '项目总成本', target: '≤1000000元' } }, []],
  ['per person', { 3: { name: '培训成本', target: '≤300万元/人' } }, []],
  ['per kilometre by name', { 3: { name: '每公里造价', target: '≤120万元' } }, []],
  [
    'together more than the budget',
    {
      2: { level2: '成本指标', name: '材料费', target: '≤60万元' },
      3: { name: '设备费', target: '≤60万元' },
    },
    ['target_text'],
  ],
])

test('a better example from the library stands beside a weak indicator', () => {
  const table = cleanTable({ indicators: rowsWith({ 1: { target: '合规' } }) })
  const { findings } = examine(table, {
    findExample: ({ name }) => ({ text: `${name}=100%`, why: '质量指标用比率' }),
  })
  expect(
    findings.map(({ ruleId, message }) => [
      ruleId,
      message.endsWith('可参考：“验收合格率=100%”（质量指标用比率）。'),
    ]),
  ).toEqual([['CHK-NOT-QUANTIFIED', true]])
})
