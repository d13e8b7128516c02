/**
 * A performance table as an office printed it: every cell as text, nothing repaired.
 *
 * Every reader (JSON, workbook, Word, CSV, pasted text) gives this, and every check of the doctor
 * takes it. `null` is a cell that cannot be seen (cut off, no such column); `''` is a cell that can
 * be seen and is blank. The two must never be mixed: a blank score is a fault, an unseen one is not.
 */
export type DoctorTable = {
  readonly kind: TableKind
  /** `table` has the cells of a form; `narrative` is report text out of which rows were read. */
  readonly form: 'table' | 'narrative'
  /** Whether every row of the printed table is here; sums are only checked when it is. */
  readonly isComplete: boolean
  /** Read from a picture: single characters may be wrong, so figures are doubted before people are. */
  readonly isOcr: boolean
  /** What one bare amount means: most tables are in 万元, some in 元. */
  readonly amountUnit: '万元' | '元'
  /** The budget year, where the title or a cell tells it. */
  readonly year: number | null
  readonly title: string | null
  readonly projectName: string | null
  readonly department: string | null
  readonly unit: string | null
  readonly annualGoal: string | null
  /** The goal's second column of a self-evaluation: what was reached. */
  readonly goalReached: string | null
  readonly funds: readonly DoctorFund[]
  readonly indicators: readonly DoctorIndicator[]
  /** 总分 row: sum of weights, sum of scores. */
  readonly totalWeight: string | null
  readonly totalScore: string | null
  readonly grade: string | null
  /** 存在问题、改进措施、结论 and other text below the table. */
  readonly conclusions: string | null
  /** The whole printed text where there is one, for figures and names that contradict the table. */
  readonly text: string | null
  /** Where single cells stood (`projectName`, `totalScore`, `totalWeight`, `annualGoal`, …). */
  readonly cells?: CellPlaces
}

/** Field of this type → place in the file (`自评表!G7`); only readers of files with cells give it. */
export type CellPlaces = { readonly [field: string]: string }

export const TABLE_KINDS = {
  self_evaluation: '项目支出绩效自评表',
  target_declaration: '项目支出绩效目标申报表',
  department_overall: '部门整体支出绩效表',
  evaluation_report: '绩效评价报告',
  monitoring: '绩效监控表',
  ex_ante: '事前绩效评估表',
  unknown: '未能识别的表',
} as const
export type TableKind = keyof typeof TABLE_KINDS

/** A line of 项目资金. `place` says where it stood in the file: `funds/0`, `自评表!C7`. */
export type DoctorFund = {
  readonly place: string
  readonly label: string | null
  readonly initial: string | null
  readonly adjusted: string | null
  readonly executed: string | null
  readonly weight: string | null
  readonly rate: string | null
  readonly score: string | null
  readonly cells?: CellPlaces
}

/** A line of 绩效指标. */
export type DoctorIndicator = {
  readonly place: string
  readonly level1: string | null
  readonly level2: string | null
  readonly name: string | null
  readonly target: string | null
  readonly actual: string | null
  readonly weight: string | null
  readonly score: string | null
  readonly reason: string | null
  readonly cells?: CellPlaces
}
