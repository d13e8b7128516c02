import { readerOf } from '../rules/testing.ts'
import { examineTable } from './examine-table.ts'
import type { DoctorReport } from './report.ts'
import type { ExamineOptions } from './study.ts'
import type { DoctorFund, DoctorIndicator, DoctorTable } from './table.ts'

/** The values the checks read, as the rules ship them. */
export const RULES = readerOf({
  'evaluation.grade_cutoffs': { excellent_x100: 9000, good_x100: 8000, fair_x100: 6000 },
  'evaluation.execution_points': { points_x100: 1000 },
  'evaluation.over_achievement_flag': { ratio_bp: 3000 },
  'evaluation.row_defaults': {
    equal: 'proportion',
    lateDate: 'zero',
    latePerDay_bp: 0,
    satisfaction: 'proportion',
    satisfactionFloor_bp: 6000,
    passLine: 'none',
    passLine_bp: 6000,
  },
  'doctor.weight_totals': { declaration_x100: [9000, 10000], evaluation_x100: [10000] },
  'doctor.tolerances': { cost_bp: 1, product_bp: 200 },
  'doctor.same_figure': { digits: 3 },
  'doctor.stock_phrases': {
    phrases: ['良好'],
    judging: ['完成', '达成', '达到', '实现', '落实', '到位', '成效'],
    filling: ['已', '全部', '按', '计划', '预期', '年初', '目标', '指标', '任务', '建设', '明显'],
  },
})

/** One indicator; what is not given is visible and blank. */
export function row(given: Partial<DoctorIndicator> = {}): DoctorIndicator {
  return {
    place: '',
    level1: '产出指标',
    level2: '数量指标',
    name: '建设数量',
    target: '≥10个',
    actual: '10个',
    weight: '10',
    score: '10',
    reason: '',
    ...given,
  }
}

/** One line of 项目资金; what is not given is visible and blank. */
export function fund(label: string, given: Partial<DoctorFund> = {}): DoctorFund {
  const blank = { place: '', initial: '', adjusted: '', executed: '', weight: '', rate: '', score: '' }
  return { label, ...blank, ...given }
}

/**
 * A complete self-evaluation without a fault: 100 万元 of which 95 were spent, rows for 90 points. A
 * fault is put in by giving other rows, funds or fields.
 */
export function cleanTable(given: Partial<DoctorTable> = {}): DoctorTable {
  return {
    kind: 'self_evaluation',
    form: 'table',
    isComplete: true,
    isOcr: false,
    amountUnit: '万元',
    year: 2023,
    title: '项目支出绩效自评表（2023年度）',
    projectName: '村内道路硬化项目',
    department: '某县交通运输局',
    unit: '某县某镇人民政府',
    annualGoal: '完成村内道路硬化，改善群众出行。',
    goalReached: '已硬化道路12.5公里。',
    funds: [
      fund('年度资金总额', {
        initial: '100',
        adjusted: '100',
        executed: '95',
        weight: '10',
        rate: '95.00%',
        score: '9.5',
      }),
      fund('其中：财政拨款', { initial: '80', adjusted: '80', executed: '76' }),
      fund('其他资金', { initial: '20', adjusted: '20', executed: '19' }),
    ],
    indicators: CLEAN_ROWS,
    totalWeight: '100',
    totalScore: '99.5',
    grade: '优',
    conclusions: '项目按期完成。',
    text: null,
    ...given,
  }
}

export const CLEAN_ROWS: readonly DoctorIndicator[] = [
  row({ name: '硬化道路里程', target: '≥12公里', actual: '12.5公里', weight: '20', score: '20' }),
  row({ level2: '质量指标', name: '验收合格率', target: '=100%', actual: '100%' }),
  row({ level2: '时效指标', name: '完工时间', target: '2023年10月底前', actual: '2023年9月' }),
  row({ level2: '成本指标', name: '每公里造价', target: '≤8万元', actual: '7.6万元' }),
  row({
    level1: '效益指标',
    level2: '社会效益指标',
    name: '受益人口',
    target: '≥1200人',
    actual: '1286人',
    weight: '15',
    score: '15',
  }),
  row({
    level1: '效益指标',
    level2: '可持续影响指标',
    name: '管护机制',
    target: '健全',
    actual: '已建立村级管护制度',
    weight: '15',
    score: '15',
  }),
  row({
    level1: '满意度指标',
    level2: '服务对象满意度指标',
    name: '群众满意度',
    target: '≥90%',
    actual: '93%',
  }),
]

/** The clean rows with some of them changed. */
export function rowsWith(changes: { readonly [index: number]: Partial<DoctorIndicator> }): DoctorIndicator[] {
  return CLEAN_ROWS.map((clean, index) => ({ ...clean, ...changes[index] }))
}

export function examine(table: DoctorTable, options: ExamineOptions = {}): DoctorReport {
  return examineTable(table, RULES, options)
}

/** Findings of one code as `row 3 score`, `fund 0 rate`, `total_score`. */
export function placesOf(table: DoctorTable, code: string): string[] {
  return examine(table)
    .findings.filter(({ ruleId }) => ruleId === code)
    .map(({ where: { row: at, fund: money, field } }) =>
      [at === undefined ? '' : `row ${at}`, money === undefined ? '' : `fund ${money}`, field ?? '']
        .filter(Boolean)
        .join(' '),
    )
}
