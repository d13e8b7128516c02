import type { DocumentInputs } from '../../../src/documents/index.ts'
import {
  makePlan,
  problemOf,
  type ScenarioLine,
  type ScenarioSettings,
  summarise,
} from '../../../src/domain/results/compute/what-if/index.ts'
import { official } from './common.ts'

const WEIGHTS = {
  knots: [
    { score_x100: 0, weight_bp: 500 },
    { score_x100: 6000, weight_bp: 4000 },
    { score_x100: 8000, weight_bp: 8000 },
    { score_x100: 10_000, weight_bp: 10_000 },
  ],
  unscored_bp: 7000,
}

function line(given: Partial<ScenarioLine> & { readonly projectId: string; readonly name: string }): ScenarioLine {
  return {
    unitName: '示例县农田水利服务中心',
    departmentId: 'agriculture',
    departmentName: '示例县农业农村局',
    isNew: false,
    isPolicy: false,
    request_fen: '0',
    base_fen: '0',
    baseNote: '2023年批复预算',
    score_x100: null,
    grade: null,
    scoreFrom: null,
    cap_fen: null,
    capNote: '',
    guarantee_fen: '0',
    contract_fen: '0',
    isMustKeep: false,
    isWhole: false,
    fixed_fen: null,
    ...given,
  }
}

/** 甲 grows, 乙 gives way, 丙 is capped at nothing; a new one and one bound by a contract beside them. */
const LINES: readonly ScenarioLine[] = [
  line({ projectId: 'a', name: '高标准农田灌溉项目', request_fen: '52000000000', base_fen: '50000000000', score_x100: 9150, grade: 'excellent', scoreFrom: 'finance' }),
  line({ projectId: 'b', name: '农产品展会补助', request_fen: '30000000000', base_fen: '30000000000', score_x100: 6600, grade: 'fair', scoreFrom: 'finance', cap_fen: '30000000000', capNote: '挂钩办法：不予增加' }),
  line({ projectId: 'c', name: '示范园观光设施', request_fen: '8000000000', base_fen: '8000000000', score_x100: 4800, grade: 'poor', scoreFrom: 'finance', cap_fen: '0', capNote: '已作出的挂钩决定（取消）' }),
  line({ projectId: 'd', name: '乡村道路养护', departmentId: 'traffic', departmentName: '示例县交通运输局', request_fen: '12345678901', base_fen: '11000000000', score_x100: 8420, grade: 'good', scoreFrom: 'self', contract_fen: '4000000000' }),
  line({ projectId: 'e', name: '智慧水务平台', isNew: true, request_fen: '9000000000', isWhole: true, baseNote: '新增项目，没有基数' }),
]

const settings = (envelope_fen: string, performance_bp: number): ScenarioSettings => ({
  envelope_fen,
  performance_bp,
  departments: [
    { departmentId: 'agriculture', departmentName: '示例县农业农村局', min_fen: null, max_fen: '86000000000' },
  ],
})

/** Without a solver: the only undivided item is left out, and the rest is computed exactly. */
async function planOf(name: string, envelope_fen: string, performance_bp: number) {
  const given = settings(envelope_fen, performance_bp)
  const problem = problemOf(LINES, given, WEIGHTS)
  const outcome = await makePlan(problem, ({ columns }) => ({
    status: 'optimal',
    values: columns.map(() => 0),
    gap: 0,
  }))
  if (outcome.kind !== 'plan') throw new Error('the sample has no plan')
  return { name, lines: LINES, settings: given, result: summarise(problem, outcome.plan) }
}

const plans = [await planOf('方案一', '95000000000', 5000), await planOf('方案二', '90000000000', 10_000)] as const

export const whatIfMemo: DocumentInputs['what-if-memo'] = {
  frame: official,
  issuer: '示例县财政局',
  jurisdictionName: '示例县',
  budgetYear: 2024,
  plan: plans[0],
  plans,
  madeOn: '2023-11-20',
}
