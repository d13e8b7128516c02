import type { Standing } from '../shared/standing.ts'
import type { Level1 } from './levels.ts'

/** The kinds of value of the target form (`targets/sheet`, column `kind`). */
export const KINDS = { quant: '定量', qual: '定性', date: '时间节点', yesno: '是否类' } as const
export type IndicatorKind = keyof typeof KINDS

export const OPERATORS = { ge: '≥', le: '≤', eq: '=', range: '区间' } as const
export type IndicatorOperator = keyof typeof OPERATORS

export const COUNTS = { cumulative: '累计数', point: '时点数' } as const

export const BASES = {
  policy: '政策文件',
  statistics: '统计指标',
  departmentManagement: '部门管理（考核）指标',
  workPlan: '工作计划',
  industryStandard: '行业标准',
  history: '历史标准',
  spendingStandard: '预算支出标准',
  other: '其他',
} as const

export const OBTAINING = {
  directProof: '直接证明法',
  statistics: '情况统计法',
  description: '情况说明法',
  survey: '问卷调查法',
  trend: '趋势判断法',
} as const

export const EVIDENCE_CLASSES = {
  official: '正式资料',
  working: '工作资料',
  voucher: '原始凭证',
  statement: '说明材料',
} as const

export const FREQUENCIES = {
  month: '每月',
  quarter: '每季度',
  halfYear: '每半年',
  year: '每年',
  once: '完成时一次',
} as const

/** One indicator of the library, national or local; everything a sheet and a reviewer need of it. */
export type LibraryIndicator = {
  /** `EDU-001` from the files, `640221-001` where a place added it. Never reused. */
  readonly id: string
  readonly version: number
  /** The file it stands in: `common`, `education`, … */
  readonly sector: string
  readonly level1: Level1
  readonly level2: string
  readonly name: string
  /** Who counts what, when, and what does not count. */
  readonly definition: string
  /** How the actual value is reached, or how the state is judged. */
  readonly formula: string
  readonly kind: IndicatorKind
  /** Only of quantities. */
  readonly operator?: IndicatorOperator
  readonly unit?: string
  readonly count?: keyof typeof COUNTS
  readonly basis: keyof typeof BASES
  readonly obtaining: keyof typeof OBTAINING
  /** A well-written target: `≥95%`. It shows the form; the figure is the unit's to set. */
  readonly example: string
  readonly dataSource: string
  readonly evidenceClass: keyof typeof EVIDENCE_CLASSES
  readonly evidence: string
  readonly frequency: keyof typeof FREQUENCIES
  readonly projectKinds: readonly string[]
  readonly synonyms: readonly string[]
  /** Defined the same for everybody; no place may change or retire it. */
  readonly isLocked: boolean
  /** Id of `rules/sources.yaml`; where the notion comes from, not where the words come from. */
  readonly sourceId: string
  /** The document a place names for its own version; then it stands instead of `sourceId`. */
  readonly sourceText?: string
  readonly standing: Standing
  /** What goes wrong with it most often. */
  readonly mistakes: string
}

export type Sector = {
  readonly id: string
  readonly title: string
  /** A department or project whose name holds one of these belongs here; none for the common file. */
  readonly words: readonly string[]
}

/** The library as data: browser, server and doctor all work on this. */
export type IndicatorLibrary = {
  readonly sectors: readonly Sector[]
  readonly indicators: readonly LibraryIndicator[]
}

/** The sector whose indicators every other sector may use. */
export const COMMON = 'common'
