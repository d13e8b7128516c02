import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained, Explanation } from '../../shared/explanation.ts'
import { type Fen, findFen, formatWanYuan, sumFen } from '../../shared/money.ts'
import { formatBp, formatRatio, type Ratio, ratioOf, ratioValue } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const EXA_005: RuleHeader = {
  id: 'EXA-005',
  name: '财力可承受能力',
  stage: 'exante',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '三（一）财力的可承受力'),
  standing: 'proposal',
  parameters: ['exante.affordability_pressure'],
}

/** Amounts as the sheet carries them: text of integer fen; blank is missing, not zero. */
export type AffordabilityRow = { readonly year: number } & {
  readonly [K in (typeof COLUMNS)[number]['id']]?: string | null
}

const COLUMNS = [
  { id: 'ownRevenue_fen', label: '本级收入', part: 'available', sign: 1n },
  { id: 'generalTransfers_fen', label: '一般性转移支付和税收返还', part: 'available', sign: 1n },
  { id: 'transferredIn_fen', label: '调入资金', part: 'available', sign: 1n },
  { id: 'stabilisationFund_fen', label: '动用预算稳定调节基金', part: 'available', sign: 1n },
  { id: 'newGeneralBonds_fen', label: '新增一般债券', part: 'available', sign: 1n },
  { id: 'netSurplus_fen', label: '净结余', part: 'available', sign: 1n },
  { id: 'paidUpward_fen', label: '上解支出', part: 'available', sign: -1n },
  { id: 'threeGuarantees_fen', label: '三保支出', part: 'rigid', sign: 1n },
  { id: 'debtService_fen', label: '债务还本付息', part: 'rigid', sign: 1n },
  { id: 'committed_fen', label: '已承诺项目支出', part: 'rigid', sign: 1n },
  { id: 'newItemLocalShare_fen', label: '本项目本级负担', part: 'project', sign: 1n },
  { id: 'newItemUpkeep_fen', label: '本项目运行维护支出', part: 'project', sign: 1n },
] as const

export const AFFORDABILITY_VERDICTS = {
  pass: '可承受',
  warn: '压力较大',
  fail: '不可承受',
  incomplete: '数据不全',
} as const
export type AffordabilityVerdict = keyof typeof AFFORDABILITY_VERDICTS

export type AffordabilityYear = {
  readonly year: number
  readonly verdict: AffordabilityVerdict
  readonly missing: readonly string[]
  readonly available_fen: Fen | null
  readonly rigid_fen: Fen | null
  readonly afterProject_fen: Fen | null
  readonly pressure: Ratio | undefined
  /** The pressure there would be without this project. */
  readonly pressureBefore: Ratio | undefined
  readonly explanation: Explanation
}

export type Affordability = Explained<{
  /** The worst year; `incomplete` while anything is missing, and that closes the gate. */
  readonly verdict: AffordabilityVerdict
  readonly years: readonly AffordabilityYear[]
  readonly missingYears: readonly number[]
}>

/**
 * EXA-005 财力可承受能力: for each year (rigid spending + project + upkeep) ÷ available funds.
 *
 * Earmarked transfers and earmarked carry-over are not available funds. A missing figure is never taken
 * as zero: the year stays 数据不全. Funds of zero or less cannot carry anything.
 * @param requiredYears years that must be there: the project's years and two more
 */
export function computeAffordability(
  rows: readonly AffordabilityRow[],
  rules: ParameterReader,
  requiredYears: readonly number[] = [],
): Affordability {
  const years = rows.map((row) => computeYear(row, rules)).toSorted((a, b) => a.year - b.year)
  const missingYears = requiredYears.filter((year) => !rows.some((row) => row.year === year))
  const isIncomplete =
    rows.length === 0 || missingYears.length > 0 || years.some((each) => each.verdict === 'incomplete')
  const worst = (['fail', 'warn', 'pass'] as const).find((verdict) =>
    years.some((y) => y.verdict === verdict),
  )
  const verdict: AffordabilityVerdict = isIncomplete ? 'incomplete' : (worst ?? 'incomplete')
  const words = years.map(
    (y) => `${y.year}年${y.pressure ? formatRatio(y.pressure) : ''}${titleOf(y.verdict)}`,
  )
  const lack = missingYears.length > 0 ? `缺少${missingYears.join('、')}年测算，` : ''
  return {
    verdict,
    years,
    missingYears,
    explanation: explain(EXA_005, {
      sentence: isIncomplete
        ? `${lack}${words.join('、')}${words.length > 0 ? ',' : ''}请把财力测算填齐后再下结论。`
        : `${words.join('、')}，总体${titleOf(verdict)}。`,
      parameters: [rules.value('exante.affordability_pressure')],
      formula: '各年压力 =（刚性支出 + 本项目负担 + 运行维护）÷ 可用财力，取最差年度',
      result: titleOf(verdict),
      children: years.map((each) => each.explanation),
    }),
  }
}

/** The years a sheet must cover: those of the project and two more. */
export function affordabilityYears(firstYear: number, lastYear: number): number[] {
  return Array.from({ length: Math.max(0, lastYear + 2 - firstYear + 1) }, (_, index) => firstYear + index)
}

function computeYear(row: AffordabilityRow, rules: ParameterReader): AffordabilityYear {
  const cells = COLUMNS.map((column) => ({ ...column, amount: findFen(row[column.id]) }))
  const missing = cells.filter((cell) => cell.amount === undefined).map((cell) => cell.label)
  const sum = (part: string) =>
    sumFen(cells.filter((cell) => cell.part === part).map((cell) => (cell.amount ?? 0n) * cell.sign))
  const [available, rigid, project] = [sum('available'), sum('rigid'), sum('project')]
  const after = rigid + project
  const isKnown = missing.length === 0
  const pressure = isKnown && available > 0n ? ratioOf(after, available) : undefined
  const pressureBefore = isKnown && available > 0n ? ratioOf(rigid, available) : undefined
  const bounds = rules.value('exante.affordability_pressure')
  const verdict = isKnown ? verdictOf(pressure, bounds.value) : 'incomplete'
  return {
    year: row.year,
    verdict,
    missing,
    available_fen: isKnown ? available : null,
    rigid_fen: isKnown ? rigid : null,
    afterProject_fen: isKnown ? after : null,
    pressure,
    pressureBefore,
    explanation: explain(EXA_005, {
      sentence: isKnown
        ? yearSentence({ year: row.year, available, after, pressure, pressureBefore, verdict })
        : `${row.year}年还缺：${missing.join('、')}。`,
      inputs: cells.flatMap(({ label, amount }) =>
        amount === undefined ? [] : [{ label, value: `${formatWanYuan(amount)}万元` }],
      ),
      parameters: [bounds],
      formula: `（刚性支出 + 本项目负担 + 运行维护）÷ 可用财力；≥${formatBp(bounds.value.warn_bp)}预警,>${formatBp(bounds.value.fail_bp)}不可承受`,
      result: pressure ? `${formatRatio(pressure)},${titleOf(verdict)}` : titleOf(verdict),
    }),
  }
}

function yearSentence(given: {
  readonly year: number
  readonly available: Fen
  readonly after: Fen
  readonly pressure: Ratio | undefined
  readonly pressureBefore: Ratio | undefined
  readonly verdict: AffordabilityVerdict
}): string {
  const { year, available, after, pressure, pressureBefore, verdict } = given
  if (pressure === undefined) return `${year}年可用财力不大于零，${titleOf(verdict)}。`
  const sums = `可用财力${formatWanYuan(available)}万元，安排后刚性支出${formatWanYuan(after)}万元`
  const change = `压力${formatRatio(pressure)}（不含本项目${formatRatio(pressureBefore)}）`
  return `${year}年${sums}，${change}，${titleOf(verdict)}。`
}

/** On the warning line warns; only above the failing line fails. */
function verdictOf(
  pressure: Ratio | undefined,
  bounds: { readonly warn_bp: number; readonly fail_bp: number },
): AffordabilityVerdict {
  if (pressure === undefined) return 'fail'
  const bp = ratioValue(pressure).times(10_000)
  if (bp.gt(bounds.fail_bp)) return 'fail'
  return bp.gte(bounds.warn_bp) ? 'warn' : 'pass'
}

function titleOf(verdict: AffordabilityVerdict): string {
  return AFFORDABILITY_VERDICTS[verdict]
}
