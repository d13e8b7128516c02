import { describe, expect, test } from 'vitest'
import type { DoctorIndicator, DoctorTable } from '../table.ts'
import { cleanTable, fund, placesOf, row, rowsWith } from '../testing.ts'

/** Kinds of wording rather than single words: for each a few that fire and neighbours that must not. */
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

cases('CHK-STOCK-PHRASE', [
  ['made of nothing but praise', { 5: { actual: '已按计划全部落实到位' } }, ['row 5 actual_text']],
  ['the goal of the year', { 5: { actual: '完成年初目标任务。' } }, ['row 5 actual_text']],
  ['a word of fact among them', { 5: { actual: '已按计划完成管护协议签订' } }, []],
  ['a figure among them', { 5: { actual: '完成3项' } }, []],
  ['only words that judge nothing', { 5: { actual: '年初计划' } }, []],
])

cases('CHK-PLACEHOLDER', [
  ['an empty bracket', { 6: { target: '≥（ ）%' } }, ['row 6 target_text']],
  ['a line to write on', { 0: { target: '___公里' } }, ['row 0 target_text']],
  ['circles', { 0: { target: '○○公里' } }, ['row 0 target_text']],
  ['an instruction of the value cell', { 0: { target: '根据实际情况填写' } }, ['row 0 target_text']],
  ['three ends of a scale', { 5: { target: '高/中/低' } }, ['row 5 target_text']],
  ['a heading as name', { 5: { name: '指标名称' } }, ['row 5 name']],
  ['one end of a scale', { 5: { target: '较高' } }, []],
  ['filling in as the work', { 5: { target: '按时填报' } }, []],
  ['a letter in a word', { 5: { target: 'X光机配齐' } }, []],
])

cases('CHK-OCR-SUSPECT', [
  ['a broken 万', { 3: { target: '≤8力元' } }, ['row 3 target_text']],
  ['% read as 9/6', { 6: { target: '>909/6' } }, ['row 6 target_text']],
  [
    '≥95% of any share read as 295%',
    { 4: { name: '预警覆盖村比例', target: '295%' } },
    ['row 4 target_text'],
  ],
  ['growth of 295 %', { 4: { name: '产值增长率', target: '295%' } }, []],
])

cases('CHK-FULL-THOUGH-MISSED', [
  ['a target that looks misread', { 6: { target: '295%', actual: '95%' } }, []],
  ['a count that answers the name', { 0: { name: '硬化道路12公里', target: '100%', actual: '12.5' } }, []],
  ['a deadline of another year', { 2: { target: '2021年10月底前', actual: '2023年9月' } }, []],
  ['a deadline of this year', { 2: { target: '2023年8月底前', actual: '2023年9月' } }, ['row 2 score']],
])

cases('CHK-DIGITS-LOST', [
  ['nothing behind the point', { 6: { target: '≥9.%' } }, ['row 6 target_text']],
  ['a numbered list', { 5: { actual: '1.建立制度；2.落实专人' } }, []],
  ['a percent sign without figure', {}, ['annual_goal'], { annualGoal: '第一年按总额%分红。' }],
  ['money without figure', {}, ['conclusions'], { conclusions: '成本控制在万元以内。' }],
  ['a unit in brackets', {}, [], { annualGoal: '资金支付率（%）达到95，金额（万元）见附表。' }],
  ['numbers in words', {}, [], { annualGoal: '投入三百万元，百分之九十以上完工。' }],
])

cases('CHK-NO-UNIT', [
  ['a unit in the name', { 0: { name: '硬化道路（万平方米）', target: '≥12' } }, []],
  ['money per piece in the name', { 3: { name: '造价（万元/公里）', target: '≤8' } }, []],
  ['a bracket that is no unit', { 0: { name: '硬化道路（续建）', target: '≥12' } }, ['row 0 target_text']],
])

cases('CHK-VALUE-IN-NAME', [
  ['a count beside 100 %', { 0: { name: '硬化道路12公里', target: '100%' } }, ['row 0 name']],
  ['a count beside praise', { 0: { name: '硬化道路12公里', target: '全部完成' } }, ['row 0 name']],
  ['a rate of counted things', { 1: { name: '12公里道路验收合格率', target: '100%' } }, []],
  ['a year and a grade', { 1: { name: '2023年4级道路验收', target: '100%' } }, []],
])

cases('CHK-DIRECTION', [
  ['a floor for a unit cost', { 3: { name: '吨水运行成本', target: '≥1.3元/吨' } }, ['row 3 target_text']],
  [
    'a floor for spending on aid',
    { 3: { name: '膳食补助总支出', target: '≥80万元' } },
    ['row 3 target_text'],
  ],
  ['a ceiling for work done', { 0: { name: '办结投诉件数', target: '≤300件' } }, ['row 0 target_text']],
  ['a floor for work done', { 0: { name: '办结投诉件数', target: '≥300件' } }, []],
  [
    'high standard is no standard',
    { 0: { name: '建成高标准农田', target: '≤300亩' } },
    ['row 0 target_text'],
  ],
])

cases('CHK-DUPLICATE', [
  [
    'the same name with and without unit',
    { 1: { level2: '数量指标', name: '硬化道路里程（公里）', target: '≥12公里' } },
    ['row 1 name'],
  ],
  [
    'those helped, counted as output and as benefit',
    { 0: { name: '补助学生数', target: '≥1286人' }, 4: { name: '受益人口数', target: '≥1286人' } },
    ['row 4 target_text'],
  ],
  [
    'one figure of different things',
    { 0: { name: '聘用护林员', target: '≥1286人' }, 4: { name: '新增岗位', target: '≥1286人' } },
    [],
  ],
])

cases('CHK-WRONG-LEVEL', [
  ['a day under benefit', { 4: { name: '投入使用时间', target: '2023年10月底前' } }, ['row 4 name']],
  ['total cost under sustainability', { 5: { name: '项目总成本', target: '≤100万元' } }, ['row 5 name']],
  ['a duration under benefit', { 4: { name: '平均等候时间', target: '≤10分钟' } }, []],
])

cases('CHK-YEAR-MISMATCH', [
  ['an amount that looks like a month', { 3: { target: '≤2015.2万元' } }, []],
  ['a short year', { 2: { target: '22年10月底前' } }, ['row 2 target_text']],
  ['a year in the conclusion', {}, ['conclusions'], { conclusions: '2021年度项目已全部完成。' }],
  ['next year’s plan', {}, [], { conclusions: '2024年将进一步加强管理。' }],
  ['when it began', {}, [], { annualGoal: '2021年立项，完成道路硬化。' }],
])

cases('CHK-TEXT-MISMATCH', [
  [
    'another county in a name',
    { 0: { name: '白水县硬化道路里程' } },
    ['row 0 name'],
    { unit: '云溪县青山镇人民政府' },
  ],
  [
    'a town of the county',
    {},
    [],
    { unit: '云溪县交通局', department: null, annualGoal: '完成青山镇道路硬化。' },
  ],
  [
    'a county of the city',
    {},
    [],
    { unit: '南屏市交通局', department: null, annualGoal: '支持云溪县道路硬化。' },
  ],
  [
    'words that look like places',
    {},
    [],
    {
      unit: '云溪县青山镇人民政府',
      annualGoal: '送戏下乡、改善城乡面貌，惠及社区和项目区，支持脱贫县道路硬化。',
    },
  ],
  ['an output of another field', { 0: { name: '儿童疫苗接种人数' } }, ['row 0 name']],
  ['a benefit in another field', { 4: { name: '受益学生人数' } }, []],
  ['a lamp in a road project', { 0: { name: '安装路灯数量' } }, []],
  [
    'another project in the conclusion',
    {},
    ['conclusions'],
    { conclusions: '城乡劳动者职业技能培训项目已完成。' },
  ],
  ['its own project in the conclusion', {}, [], { conclusions: '某镇村内道路硬化项目已完成。' }],
  ['this project', {}, [], { conclusions: '本项目已全部完成。' }],
  [
    'a department does many things',
    {},
    [],
    { kind: 'department_overall', conclusions: '城乡劳动者职业技能培训项目已完成。' },
  ],
])

cases('CHK-NUMBER-CONFLICT', [
  ['another count in the goal', {}, ['row 0 target_text'], { annualGoal: '硬化道路15公里，改善出行。' }],
  ['the same count in the goal', {}, [], { annualGoal: '硬化道路12公里，改善出行。' }],
  ['the same length in metres', {}, [], { annualGoal: '硬化道路12000米。' }],
  ['a part of it', {}, [], { annualGoal: '硬化道路12公里，其中：硬化道路主线5公里。' }],
  ['another thing in the same unit', {}, [], { annualGoal: '清淤沟渠15公里。' }],
  ['spent otherwise', {}, ['conclusions'], { conclusions: '全年实际支出92.5万元。' }],
  ['spent as printed', {}, [], { conclusions: '全年实际支出95万元。' }],
  ['a part that was spent', {}, [], { conclusions: '共支付监理资金3万元。' }],
])

cases('CHK-WEIGHT-SUM', [
  [
    'a target form of 90 that prints 92',
    {},
    ['total_weight'],
    {
      kind: 'target_declaration',
      totalWeight: '92',
      totalScore: null,
      funds: [fund('资金总额', { initial: '100' })],
    },
  ],
  [
    'a target form of 90 that prints 100',
    {},
    [],
    {
      kind: 'target_declaration',
      totalWeight: '100',
      totalScore: null,
      funds: [fund('资金总额', { initial: '100' })],
    },
  ],
])

cases('CHK-COST-VS-BUDGET', [
  [
    'more than a department has',
    { 3: { name: '项目成本', target: '≤120万元' } },
    ['row 3 target_text'],
    { kind: 'department_overall' },
  ],
  [
    'less than a department has',
    { 3: { name: '项目总成本', target: '≤20万元' } },
    [],
    { kind: 'department_overall' },
  ],
])

test('a department’s table needs benefits and satisfaction, too', () => {
  const table = cleanTable({
    kind: 'department_overall',
    indicators: [row()],
    totalWeight: null,
    totalScore: null,
  })
  expect(placesOf(table, 'CHK-NO-BENEFIT')).toEqual([''])
  expect(placesOf(table, 'CHK-NO-SATISFACTION')).toEqual([''])
})

test('a full stop behind 无 is no reason', () => {
  const indicators = rowsWith({ 6: { actual: '80%', score: '8.89', reason: '无。' } })
  expect(placesOf(cleanTable({ indicators }), 'CHK-PARTIAL-NO-REASON')).toEqual(['row 6 deviation_reason'])
})
