import type { DoctorIndicator, DoctorTable } from '../../../domain/doctor/index.ts'

/** What a person types of a published table: one line of money, the rows, the total. */
export type PublishedFigures = {
  readonly budget: string
  readonly executed: string
  readonly executionWeight: string
  readonly printedRate: string
  readonly printedScore: string
  readonly printedTotal: string
  readonly rows: readonly PublishedRow[]
}

export const ROW_FIELDS = ['level1', 'name', 'target', 'actual', 'weight', 'score'] as const
export type RowField = (typeof ROW_FIELDS)[number]
export type PublishedRow = Readonly<Record<RowField, string>>

export const EMPTY_ROW: PublishedRow = {
  level1: '产出指标',
  name: '',
  target: '',
  actual: '',
  weight: '',
  score: '',
}

export const NO_FIGURES: PublishedFigures = {
  budget: '',
  executed: '',
  executionWeight: '10',
  printedRate: '',
  printedScore: '',
  printedTotal: '',
  rows: [EMPTY_ROW, EMPTY_ROW, EMPTY_ROW],
}

/** The figures of a table that was read, to change and compute again. */
export function figuresOf(table: DoctorTable): PublishedFigures {
  const fund = table.funds.find(({ score, weight }) => score || weight) ?? table.funds[0]
  return {
    budget: fund?.adjusted || fund?.initial || '',
    executed: fund?.executed ?? '',
    executionWeight: fund?.weight || NO_FIGURES.executionWeight,
    printedRate: fund?.rate ?? '',
    printedScore: fund?.score ?? '',
    printedTotal: table.totalScore ?? '',
    rows: table.indicators.map((row) => ({
      level1: row.level1 ?? '',
      name: row.name ?? '',
      target: row.target ?? '',
      actual: row.actual ?? '',
      weight: row.weight ?? '',
      score: row.score ?? '',
    })),
  }
}

/** The typed figures as a table the doctor can examine. Rows without any figure are left out. */
export function tableOf(figures: PublishedFigures, given: DoctorTable | undefined): DoctorTable {
  const { budget, executed, executionWeight, printedRate, printedScore, printedTotal } = figures
  return {
    kind: 'self_evaluation',
    form: 'table',
    isComplete: true,
    isOcr: false,
    amountUnit: given?.amountUnit ?? '万元',
    year: given?.year ?? null,
    title: given?.title ?? null,
    projectName: given?.projectName ?? null,
    department: null,
    unit: null,
    annualGoal: null,
    goalReached: null,
    funds: [
      {
        place: 'funds/0',
        label: '年度资金总额',
        initial: null,
        adjusted: budget,
        executed,
        weight: executionWeight,
        rate: printedRate === '' ? null : printedRate,
        score: printedScore === '' ? null : printedScore,
      },
    ],
    indicators: figures.rows.map((row, index) => indicatorOf(row, given?.indicators[index], index)),
    totalWeight: null,
    totalScore: printedTotal === '' ? null : printedTotal,
    grade: null,
    conclusions: null,
    text: null,
  }
}

/** The level 2 of the table that was read stays, as long as the row is still the same indicator. */
function indicatorOf(row: PublishedRow, read: DoctorIndicator | undefined, index: number): DoctorIndicator {
  return {
    place: `indicators/${index}`,
    level1: row.level1,
    level2: read && read.name === row.name ? read.level2 : null,
    name: row.name,
    target: row.target,
    actual: row.actual,
    weight: row.weight,
    score: row.score === '' ? null : row.score,
    reason: null,
  }
}
