import { isFilled } from '../doctor/read/cells.ts'
import { readLevel1, readLevel2 } from '../doctor/read/levels.ts'
import { readAmount, readPoints } from '../doctor/read/numbers.ts'
import type { DoctorFund, DoctorIndicator, DoctorTable } from '../doctor/table.ts'
import type { TargetsSheetIndicatorsRow } from '../forms/contents.ts'
import type { IntakeFault } from './intake-fault.ts'
import { targetCells } from './target-cells.ts'

export type TargetSheetIntake = {
  readonly content: { readonly [field: string]: unknown }
  readonly faults: readonly IntakeFault[]
}

/**
 * Turns a printed target declaration into the content of a target sheet. Printed text is kept in
 * `valueText`; number, sign and unit are read from it beside.
 * @param year budget year, for dates printed without one
 */
export function toTargetSheet(table: DoctorTable, year: number): TargetSheetIntake {
  const faults: IntakeFault[] = []
  const amountOf = (fund: DoctorFund | undefined) => amountText(table, fund, faults)
  const labelled = (words: RegExp) => table.funds.find(({ label }) => words.test(label ?? ''))
  const only = table.funds.length === 1 ? table.funds[0] : undefined
  const total = amountOf(labelled(/总额|合计|总计|总投入/) ?? only)
  const fiscal = amountOf(labelled(/财政拨款/))
  const other = amountOf(labelled(/其他|自筹/))
  const indicators = table.indicators.flatMap((row) => toIndicator(row, year, faults))
  if (table.indicators.length === 0)
    faults.push({ place: '全表', message: '没有找到绩效指标，请核对表头是否含有“一级指标”“指标值”。' })
  return {
    content: {
      ...(total === undefined ? {} : { total_fen: total }),
      ...(fiscal === undefined ? {} : { fiscal_fen: fiscal }),
      ...(other === undefined ? {} : { other_fen: other }),
      ...(isFilled(table.annualGoal) ? { annualGoal: table.annualGoal } : {}),
      indicators,
    },
    faults,
  }
}

/** An amount of the table as fen; a printed text that is no amount is a fault, never 0. */
function amountText(
  table: DoctorTable,
  fund: DoctorFund | undefined,
  faults: IntakeFault[],
): string | undefined {
  const printed = isFilled(fund?.adjusted ?? null) ? fund?.adjusted : fund?.initial
  if (!fund || !isFilled(printed ?? null)) return undefined
  const amount = readAmount(printed ?? null, table.amountUnit)
  const fen = amount.is === 'amount' ? amount.yuan.times(100) : undefined
  if (fen?.isInteger()) return fen.toFixed(0)
  const fault = fen ? '细于一分' : '不是数字'
  faults.push({
    place: fund.place,
    message: `“${fund.label ?? ''}”的金额“${printed}”${fault}，请改为有效的金额。`,
  })
  return undefined
}

function toIndicator(row: DoctorIndicator, year: number, faults: IntakeFault[]): object[] {
  if (!isFilled(row.name) && !isFilled(row.target)) return []
  const level1: TargetsSheetIndicatorsRow['level1'] = readLevel1(row.level1)
  const level2: TargetsSheetIndicatorsRow['level2'] = readLevel2(row.level2)
  const fault = (message: string) => faults.push({ place: row.place, message })
  if (!level1) fault(`一级指标“${row.level1 ?? ''}”不认识，请改为产出、效益、成本或满意度指标。`)
  if (!level2) fault(`二级指标“${row.level2 ?? ''}”不认识，请改为标准名称（如数量指标）。`)
  if (!isFilled(row.name)) fault('缺少三级指标名称，请补充。')
  const weight = toWeight(row, faults)
  return [
    {
      ...(level1 ? { level1 } : {}),
      ...(level2 ? { level2 } : {}),
      name: (row.name ?? '').replace(/^[★*]+/, '').slice(0, 200),
      ...targetCells(row.target ?? '', { name: row.name ?? '', level2: row.level2 ?? '', year }),
      ...(weight === undefined ? {} : { weight_x100: weight }),
    },
  ]
}

function toWeight(row: DoctorIndicator, faults: IntakeFault[]): number | undefined {
  if (!isFilled(row.weight)) return undefined
  const points = readPoints(row.weight)
  if (!points || points.decimals > 2 || points.value.lt(0) || points.value.gt(100)) {
    faults.push({ place: row.place, message: `权重“${row.weight}”不是 0 到 100 的数，请改正。` })
    return undefined
  }
  return points.value.times(100).toNumber()
}
