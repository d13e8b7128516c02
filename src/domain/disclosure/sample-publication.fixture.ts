import { PUBLICATION_FORMAT, type PublishedProject } from './published-project.ts'

const use = (id: string) => ({
  id,
  title: id,
  value: '',
  from: '2020-01-01',
  sourceTitle: '测试',
  article: '一',
  isChecked: true,
  standing: 'seen' as const,
})

/** A made-up publication with every part in it. */
export const SAMPLE: PublishedProject = {
  format: PUBLICATION_FORMAT,
  id: '0123456789ab',
  version: 2,
  place: { code: '640221', name: '示例县' },
  year: 2023,
  project: {
    name: '示例培训项目',
    code: 'YS-1',
    unit: '示例中心',
    department: '示例局',
    category: '民生补助项目',
    budget_fen: '5000000000',
  },
  published: {
    on: '2024-05-20',
    occasion: 'result',
    correction: '补充公开整改情况',
    elsewhere: { carrier: '政府门户网站', url: 'https://www.example.cn', on: '2024-05-20', fileSha256: '' },
  },
  summary: { title: '评价结果', text: '基本达到目标。' },
  target: {
    approvedOn: '2023-02-03',
    annualGoal: '培训1000人，"合格"率95%以上',
    periodGoal: '',
    total_fen: '5000000000',
    fiscal_fen: '5000000000',
    other_fen: '0',
    indicators: [
      {
        level1: '产出指标',
        level2: '数量指标',
        name: '培训人数',
        targetText: '≥1000人',
        operator: '≥',
        value: '1000',
        unit: '人',
        weight_x100: 5000,
        direction: 1,
      },
      {
        level1: '效益指标',
        level2: '社会效益指标',
        name: '=HYPERLINK("x")',
        targetText: '≤5%',
        operator: '≤',
        value: '5',
        unit: '%',
        weight_x100: 4000,
        direction: -1,
      },
    ],
  },
  selfEvaluation: {
    confirmedOn: '2024-02-20',
    budget_fen: '5000000000',
    executed_fen: '4500000000',
    execution_x100: 900,
    rows: [
      {
        level1: '产出指标',
        level2: '数量指标',
        targetText: '≥1000人',
        actualInWords: '900人',
        target: {
          name: '培训人数',
          level1: 'output',
          kind: 'quant',
          operator: 'ge',
          value: '1000',
          weight_x100: 5000,
        },
        actual: { actual: '900' },
        entered_x100: null,
        overReviewed_x100: null,
        score_x100: 4500,
      },
      {
        level1: '效益指标',
        level2: '社会效益指标',
        targetText: '≤5%',
        actualInWords: '4%',
        target: {
          ...{ name: '=HYPERLINK("x")', level1: 'benefit', kind: 'quant', operator: 'le', value: '5' },
          weight_x100: 4000,
        },
        actual: { actual: '4' },
        entered_x100: 3000,
        overReviewed_x100: null,
        score_x100: 3000,
      },
    ],
    adjustments: [],
    total_x100: 8400,
    grade: 'good',
    rules: {
      'evaluation.execution_points': {
        value: { points_x100: 1000 },
        use: use('evaluation.execution_points'),
      },
    },
  },
  evaluation: {
    confirmedOn: '2024-05-08',
    evaluator: '示例评价公司',
    total_x100: 8200,
    grade: 'good',
    received_fen: '5000000000',
    spent_fen: '4500000000',
    conclusion: '基本达到预期目标',
    items: [
      {
        level1: '产出',
        level2: '产出数量',
        name: '实际完成率',
        weight_x100: 1000,
        score_x100: 900,
        basis: '900/1000',
      },
    ],
  },
  problems: [{ problem: '培训人数不足', indicator: '培训人数', amount_fen: '546000', suggestion: '补训' }],
  rectification: [
    {
      number: 1,
      problem: '培训人数不足',
      state: '已核实',
      measure: '补训',
      result: '已补训100人',
      completedOn: '2024-06-03',
      recovered_fen: '546000',
    },
  ],
  decision: {
    decidedOn: '2024-05-23',
    measure: '不予增加',
    current_fen: '5000000000',
    next_fen: '4500000000',
    performanceChange_fen: '-500000000',
    reason: '按实际人数核定',
  },
  withheld: [{ what: '部分附件', basis: '个人隐私', reason: '含学员信息' }],
}

const NO_RESULT = {
  ...{ summary: null, selfEvaluation: null, evaluation: null, problems: null, rectification: null },
  decision: null,
}

/** The target of a whole department, made up. */
export const WHOLE_SAMPLE: PublishedProject = {
  ...SAMPLE,
  ...NO_RESULT,
  ...{ id: 'aaaabbbbcccc', version: 1 },
  project: { ...SAMPLE.project, name: '示例局整体支出绩效目标', code: '', unit: '示例局', category: '' },
  published: { on: '2023-02-03', occasion: 'target', correction: null, elsewhere: null },
  target: SAMPLE.target && {
    ...SAMPLE.target,
    indicators: SAMPLE.target.indicators.map((row) => ({ ...row, weight_x100: 0 })),
  },
  office: {
    kind: 'departmentWhole',
    duty: '承担民生项目的组织实施。',
    tasks: [
      {
        ...{ name: '护工培训', content: '培训1000人', projectCode: 'YS-1' },
        ...{ total_fen: '4000000000', fiscal_fen: '3000000000', other_fen: '1000000000' },
      },
    ],
    ...{ basis: '', beneficiaries: '', periodStart: '', periodEnd: '', periodTotal_fen: '' },
    noSatisfactionReason: '见各项目',
  },
}

/** The target of a policy, made up. */
export const POLICY_SAMPLE: PublishedProject = {
  ...WHOLE_SAMPLE,
  id: 'ddddeeeeffff',
  project: { ...WHOLE_SAMPLE.project, name: '示例补贴政策' },
  target: SAMPLE.target,
  office: {
    ...{ kind: 'policy', duty: '', tasks: [], basis: '示例办法', beneficiaries: '农村劳动力，每人3000元' },
    ...{ periodStart: '2023-01-01', periodEnd: '2025-12-31', periodTotal_fen: '15000000000' },
    noSatisfactionReason: '',
  },
}
