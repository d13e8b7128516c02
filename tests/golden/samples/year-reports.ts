import type { ParameterReader } from '../../../src/domain/rules/parameter-values.ts'
import { assembleReport, type YearResult } from '../../../src/domain/results/index.ts'
import { GRADES, type Grade } from '../../../src/domain/shared/grade.ts'
import type { DocumentInputs } from '../../../src/documents/index.ts'
import { head, official } from './common.ts'

const VALUES: Readonly<Record<string, object>> = {
  'results.circular_lists': { praised: ['excellent'], named: ['poor'] },
  'results.escalation': { steps: [{ id: 'circular', label: '逾期30天在通报中点名', afterDays: 30 }] },
}
const rules = { value: (name: string) => ({ value: VALUES[name], use: {} }) } as unknown as ParameterReader

const id = (place: number) => `01890000-0000-7000-8000-00000000${String(place).padStart(4, '0')}`
const source = (place: number, recordTitle: string, version = 3) => ({ recordId: id(place), recordTitle, version })

function sampleResult(
  place: number,
  given: { name: string; department: string; score: number; grade: Grade; budget_fen: string; problems: string[] },
  others: Partial<YearResult> = {},
): YearResult {
  return {
    projectId: id(place),
    projectName: given.name,
    placeName: '示例县',
    departmentName: given.department,
    unitName: `${given.department}项目中心`,
    budget_fen: given.budget_fen,
    isBudgetOfEvaluation: true,
    projectVersion: 4,
    evaluation: {
      ...source(place + 1, '财政绩效评价'),
      score_x100: given.score,
      grade: given.grade,
      problems: given.problems,
    },
    notice: { ...source(place + 2, '绩效评价整改通知'), documentNumber: `示财绩〔2024〕${place}号` },
    tasks: [],
    decision: null,
    disclosure: { ...source(place + 3, '评价结果公开'), disclosedOn: '2024-06-20' },
    ...others,
  }
}

const DONE = { state: 'verified', isVerified: true, planDueOn: '2024-04-30', completionDueOn: '2024-05-20' }
const OVERDUE = { ...DONE, state: 'planned', isVerified: false }

const RESULTS: readonly YearResult[] = [
  sampleResult(
    10,
    {
      name: '示例县农村饮水安全巩固提升项目',
      department: '示例县水务局',
      score: 9215,
      grade: 'excellent',
      budget_fen: '320000000',
      problems: ['2个村水质检测频次不足'],
    },
    {
      tasks: [{ ...source(15, '整改任务1', 9), ...DONE, recovered_fen: null }],
      decision: {
        ...source(16, '评价结果与预算安排挂钩决定'),
        measure: 'priority',
        current_fen: '320000000',
        next_fen: '350000000',
        performanceChange_fen: '30000000',
      },
    },
  ),
  sampleResult(
    20,
    {
      name: '示例县高标准农田建设项目',
      department: '示例县农业农村局',
      score: 8852,
      grade: 'good',
      budget_fen: '500000000',
      problems: ['资金到位不及时，到位率92.00%', '管护责任未落实到人，4个村无管护记录'],
    },
    {
      tasks: [
        { ...source(25, '整改任务1', 9), ...DONE, recovered_fen: '40000000' },
        { ...source(26, '整改任务2', 5), ...OVERDUE, recovered_fen: null },
      ],
      decision: {
        ...source(27, '评价结果与预算安排挂钩决定'),
        measure: 'keep',
        current_fen: '500000000',
        next_fen: '380000000',
        performanceChange_fen: '-20000000',
      },
    },
  ),
  sampleResult(30, {
    name: '示例县电商服务站补助',
    department: '示例县商务局',
    score: 5650,
    grade: 'poor',
    budget_fen: '120000000',
    problems: ['9个服务站已停止运营'],
  }),
]

const assembled = (isProvincial: boolean, results = RESULTS) => {
  const report = assembleReport({
    fiscalYear: 2023,
    placeName: isProvincial ? '宁夏回族自治区' : '示例县',
    isProvincial,
    results,
    rules,
    asOf: '2024-06-24',
  })
  return {
    ...report,
    assembledOn: '2024-06-24',
    results: report.results.map((row) => ({ ...row, grade: GRADES[row.grade as Grade] })),
    figures: report.figures.map((row) => ({ ...row })),
    applications: report.applications.map((row) => ({ ...row })),
    evidence: results.map(({ projectName, evaluation }, index) => ({
      projectName,
      document: evaluation.recordTitle,
      recordId: evaluation.recordId,
      version: evaluation.version,
      frozenOn: '2024-05-10',
      digest: `${index}b2f4c6d8e0a1b3c`.repeat(4),
      leaf: 40 + index,
    })),
  }
}

const { note: _note, ...plain } = head
const letter = { ...plain, documentNumber: '示财绩〔2024〕21号', issuedOn: '2024-06-26' }

export const specialReport: DocumentInputs['special-report'] = {
  frame: official,
  head: { ...letter, signer: '马某某', copiesTo: ['示例县人大财经工作机构', '示例县审计局'] },
  isProvincial: false,
  content: {
    ...assembled(false),
    reportTitle: '关于2023年度财政绩效评价结果及应用情况的报告',
    addressee: '示例县人民政府、示例县人大常委会',
    opening: '按照自治区试点工作方案，我局组织对2023年度重点项目开展财政绩效评价，共现场核查45个点位。',
    analysis: '饮水安全项目产出和效益均达到目标；电商服务站运营主体退出，效益未实现。',
    suggestions: '一是压实主管部门责任。\n二是对低效项目调整支出方向，收回的资金统筹用于民生。',
    contact: '示例县财政局绩效股　刘某某',
    ownFigures: [{ text: '45个', meaning: '现场核查点位数', basis: '三份财政绩效评价报告附件' }],
  },
}

/** The region's own, over two places; not part of the named documents, read in a golden of its own. */
export const provincialReport: DocumentInputs['special-report'] = {
  frame: official,
  head: {
    ...letter,
    issuer: '自治区财政厅',
    documentNumber: '示宁财（绩）发〔2024〕5号',
    signer: '沙某某',
    copiesTo: ['宁夏回族自治区人大常委会'],
  },
  isProvincial: true,
  content: {
    ...assembled(true, [
      ...RESULTS,
      { ...(RESULTS[1] as YearResult), placeName: '另一县', projectId: id(90), projectName: '另一县渠道改造项目' },
    ]),
    reportType: '自治区专报',
    reportTitle: '关于2023年度财政绩效评价结果及应用情况的报告',
    addressee: '宁夏回族自治区人民政府',
    opening: '各试点市、县（区）完成了2023年度重点项目全流程绩效管理。',
    suggestions: '建议将评价结果作为编制下年预算的重要依据。',
    forwarding: '提请自治区人民政府将本专报发自治区有关部门，督促落实整改和结果应用。',
  },
}

export const circular: DocumentInputs['circular'] = {
  frame: official,
  head: { ...letter, documentNumber: '示财绩〔2024〕22号', copiesTo: ['示例县审计局'] },
  isProvincial: false,
  content: {
    ...assembled(false),
    reportTitle: '关于2023年度财政绩效评价结果的通报',
    addressee: '示例县各预算部门',
    opening: '为增强评价结果的约束力，现将2023年度财政绩效评价结果通报如下。',
    suggestions: '请各部门对照通报的问题举一反三，按期完成整改，并把评价结果用于下年预算编制。',
  },
}

export const annualSummary: DocumentInputs['annual-summary'] = {
  frame: official,
  placeName: '示例县',
  fiscalYear: 2023,
  issuer: '示例县财政局',
  isProvincial: false,
  content: assembled(false),
}
