import type { ExanteEvaluationAffordabilityRow, ExanteEvaluationContent } from '../../forms/contents.ts'
import { found, foundIf } from '../../shared/check.ts'
import type { DateText } from '../../shared/dates.ts'
import type { Finding } from '../../shared/finding.ts'
import { findFen } from '../../shared/money.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EXA-102 财力测算完整: every year of the project and the two after it, each once, each complete. */
export const EXA_102: RuleHeader = {
  id: 'EXA-102',
  name: '财力可承受能力测算完整',
  stage: 'exante',
  kind: 'check',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（一）对财力的可承受力作出科学评估'),
}

/** Upkeep goes on when the building is done: the sheet looks so many years beyond the project. */
const YEARS_BEYOND = 2
const WHERE = { section: 'affordability', field: 'affordability' }

const INPUTS = {
  ownRevenue_fen: '本级收入',
  generalTransfers_fen: '一般性转移支付和税收返还',
  transferredIn_fen: '调入资金',
  stabilisationFund_fen: '动用预算稳定调节基金',
  newGeneralBonds_fen: '新增一般债券',
  netSurplus_fen: '净结余',
  paidUpward_fen: '上解支出',
  threeGuarantees_fen: '三保支出',
  debtService_fen: '债务还本付息',
  committed_fen: '已承诺项目支出',
  newItemLocalShare_fen: '本项目本级负担',
  newItemUpkeep_fen: '本项目运行维护支出',
} as const

/** @param period first and last day of the project; without it only the rows themselves are checked */
export function checkAffordabilitySheet(
  { affordability }: ExanteEvaluationContent,
  period: { readonly periodStart?: DateText | null; readonly periodEnd?: DateText | null },
): Finding[] {
  const rows = affordability ?? []
  if (rows.length === 0) {
    return [found(EXA_102, '财力测算还没有填写，请由财政业务股逐年填写。', WHERE)]
  }
  return [...missingYears(rows, period), ...rows.flatMap((row, index) => checkRow(row, index, rows))]
}

function missingYears(
  rows: readonly ExanteEvaluationAffordabilityRow[],
  {
    periodStart,
    periodEnd,
  }: { readonly periodStart?: DateText | null; readonly periodEnd?: DateText | null },
): Finding[] {
  if (!periodStart || !periodEnd) return []
  const first = Number(periodStart.slice(0, 4))
  const last = Number(periodEnd.slice(0, 4)) + YEARS_BEYOND
  const wanted = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  const missing = wanted.filter((year) => !rows.some((row) => row.year === year))
  const message = `财力测算缺少 ${missing.join('、')} 年，项目实施期和其后 ${YEARS_BEYOND} 年都要测算，请补充。`
  return foundIf(missing.length > 0, EXA_102, message, WHERE)
}

function checkRow(
  row: ExanteEvaluationAffordabilityRow,
  index: number,
  rows: readonly ExanteEvaluationAffordabilityRow[],
): Finding[] {
  const name = row.year ? `${row.year} 年` : `第 ${index + 1} 行`
  const blank = Object.entries(INPUTS).filter(([id]) => findFen(row[id as keyof typeof INPUTS]) === undefined)
  const isTwice = rows.findIndex((other) => other.year === row.year) < index
  return [
    ...foundIf(isTwice, EXA_102, `${name}重复，请合并。`, { ...WHERE, row: index, column: 'year' }),
    ...foundIf(
      blank.length > 0,
      EXA_102,
      `${name}未填${blank.map(([, label]) => `“${label}”`).join('、')}，没有的填 0。`,
      { ...WHERE, row: index, column: blank[0]?.[0] ?? 'year' },
    ),
  ]
}
