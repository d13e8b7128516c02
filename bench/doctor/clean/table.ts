import type { DoctorFund, DoctorIndicator, DoctorTable } from '../../../src/domain/doctor/table.ts'
import type { Draft, DraftFund, DraftRow, Group } from './draft.ts'
import { printMoney } from './funds.ts'
import { printPoints } from './scores.ts'

/** Prints a draft. Sums are taken from the rows as they stand, so a changed row changes the totals. */
export function printTable(draft: Draft): DoctorTable {
  const isDeclared = draft.form === 'declaration'
  const weights_x100 = sum(draft.rows.map((row) => row.weight_x100)) + (draft.executionWeight_x100 ?? 0)
  const scores_x100 = sum(draft.rows.map((row) => row.score_x100)) + (draft.executionScore_x100 ?? 0)
  const table: DoctorTable = {
    kind: isDeclared
      ? 'target_declaration'
      : draft.form === 'department'
        ? 'department_overall'
        : 'self_evaluation',
    form: 'table',
    isComplete: true,
    isOcr: draft.style.isOcr,
    amountUnit: draft.style.money.unit,
    year: draft.year,
    title: draft.printed.title ?? titleOf(draft),
    projectName: draft.projectName,
    department: draft.department,
    unit: draft.unit,
    annualGoal: draft.goal,
    goalReached: isDeclared ? null : draft.reached,
    funds: draft.funds.map((fund, index) => printFund(fund, index, draft)),
    indicators: draft.rows.map((row, index) => printRow(row, index, draft)),
    totalWeight:
      draft.form === 'scoresOnly' ? null : (draft.printed.totalWeight ?? printPoints(weights_x100)),
    totalScore: isDeclared ? null : (draft.printed.totalScore ?? printPoints(scores_x100)),
    grade: isDeclared ? null : gradeOf(scores_x100),
    conclusions: draft.conclusions,
    text: null,
  }
  return draft.style.hasText ? { ...table, text: textOf(table) } : table
}

export function titleOf(draft: Draft): string {
  const kind = {
    national: '项目支出绩效自评表',
    costFirst: '项目支出绩效自评表',
    declaration: '项目支出绩效目标申报表',
    transfer: '转移支付绩效自评表',
    department: '部门整体支出绩效自评表',
    scoresOnly: '项目绩效自评表',
  }[draft.form]
  return `${kind}（${draft.year}年度）`
}

function printFund(fund: DraftFund, index: number, draft: Draft): DoctorFund {
  const money = (amount: number | null) =>
    amount === null ? null : amount === 0 && fund.isPart ? fund.blank : printMoney(amount, draft.style.money)
  const hasExecution = draft.form !== 'declaration'
  const own = index === 0 && hasExecution
  return {
    place: `funds/${index}`,
    label: fund.label,
    initial: draft.style.hasInitial ? (fund.overrides.initial ?? money(fund.initial_fen)) : null,
    adjusted: fund.overrides.adjusted ?? money(fund.adjusted_fen),
    executed: fund.overrides.executed ?? money(fund.executed_fen),
    weight:
      own && draft.executionWeight_x100 !== null ? printPoints(draft.executionWeight_x100) : blankOf(own),
    rate: fund.overrides.rate ?? (own ? draft.rate : hasExecution ? '' : null),
    score:
      fund.overrides.score ??
      (own && draft.executionScore_x100 !== null ? printPoints(draft.executionScore_x100) : blankOf(own)),
  }
}

function blankOf(own: boolean): string | null {
  return own ? null : ''
}

function printRow(row: DraftRow, index: number, draft: Draft): DoctorIndicator {
  const isDeclared = draft.form === 'declaration'
  const points = (value_x100: number | null) => (value_x100 === null ? '' : printPoints(value_x100))
  return {
    place: `indicators/${index}`,
    level1: row.level1 ?? groupTitle(row.group, draft),
    level2: levelName(row.level2, draft),
    name: row.name,
    target: row.target,
    actual: isDeclared ? null : row.actual,
    weight: draft.form === 'scoresOnly' ? null : points(row.weight_x100),
    score: isDeclared ? null : points(row.score_x100),
    reason: isDeclared ? null : row.reason,
  }
}

const OLD_NAMES: Readonly<Partial<Record<Group, string>>> = {
  产出指标: '项目完成指标',
  效益指标: '项目效益指标',
}

function levelName(level2: string, draft: Draft): string {
  if (draft.style.levels === 'marked') return `${level2}（必填）`
  return draft.style.levels === 'old' && level2 === '服务对象满意度指标' ? '满意度指标' : level2
}

/** 产出指标（50分）: the title is the true sum unless a fault has written another. */
function groupTitle(group: Group, draft: Draft): string {
  const name = draft.style.levels === 'old' ? (OLD_NAMES[group] ?? group) : group
  if (!draft.style.hasGroupTitles || draft.form === 'scoresOnly') return name
  const weight = sum(draft.rows.filter((row) => row.group === group).map((row) => row.weight_x100))
  return `${name}（${printPoints(weight)}分）`
}

export function gradeOf(score_x100: number): string {
  return score_x100 >= 9000 ? '优' : score_x100 >= 8000 ? '良' : score_x100 >= 6000 ? '中' : '差'
}

/** The cells in reading order, as a reader of pasted text would have them. */
export function textOf(table: DoctorTable): string {
  const line = (cells: readonly (string | null)[]) => cells.filter((cell) => cell).join(' ')
  return [
    table.title,
    line(['项目名称', table.projectName]),
    line(['主管部门', table.department, '实施单位', table.unit]),
    ...table.funds.map((fund) =>
      line([fund.label, fund.initial, fund.adjusted, fund.executed, fund.weight, fund.rate, fund.score]),
    ),
    line(['年度总体目标', table.annualGoal, table.goalReached]),
    ...table.indicators.map((row) =>
      line([row.level1, row.level2, row.name, row.target, row.actual, row.weight, row.score, row.reason]),
    ),
    line(['总分', table.totalWeight, table.totalScore]),
    table.conclusions ?? '',
  ].join('\n')
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0)
}
