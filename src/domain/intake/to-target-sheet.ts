import type { TargetsSheetIndicatorsRow } from '../forms/contents.ts'
import { DomainError } from '../shared/errors.ts'
import { parseWanYuan, parseYuan, toFenText } from '../shared/money.ts'
import { parseTargetText } from '../targets/compute/index.ts'
import {
  type IntakeFault,
  isNothing,
  type PublishedFund,
  type PublishedIndicator,
  type PublishedTable,
} from './published-table.ts'

/** Printed names of the levels, old and new, and the codes they mean. */
const LEVEL1: readonly (readonly [RegExp, NonNullable<TargetsSheetIndicatorsRow['level1']>])[] = [
  [/满意/, 'satisfaction'],
  [/^成本/, 'cost'],
  [/产出|完成指标/, 'output'],
  [/效益|效果/, 'benefit'],
]
const LEVEL2: readonly (readonly [RegExp, NonNullable<TargetsSheetIndicatorsRow['level2']>])[] = [
  [/满意/, 'serviceSatisfaction'],
  [/数量/, 'quantity'],
  [/质量/, 'quality'],
  [/时效|时限/, 'timeliness'],
  [/经济成本/, 'economicCost'],
  [/社会成本/, 'socialCost'],
  [/生态环境成本/, 'ecologicalCost'],
  [/成本/, 'outputCost'],
  [/经济/, 'economic'],
  [/社会/, 'social'],
  [/生态|环境/, 'ecological'],
  [/可持续/, 'sustainability'],
]

export type TargetSheetIntake = {
  readonly content: { readonly [field: string]: unknown }
  readonly faults: readonly IntakeFault[]
}

/**
 * Turns a published target declaration into the content of a target sheet. Printed text is kept in
 * `valueText`; number, sign and unit are read from it beside.
 * @param year budget year, for dates printed without one
 */
export function toTargetSheet(table: PublishedTable, year: number): TargetSheetIntake {
  const faults: IntakeFault[] = []
  const amount = (fund: PublishedFund | undefined) => readAmount(table, fund, faults)
  const total = amount(
    table.funds.find(({ label }) => /总额|合计|总计|总投入/.test(label)) ?? onlyFund(table.funds),
  )
  const fiscal = amount(table.funds.find(({ label }) => /财政拨款/.test(label)))
  const other = amount(table.funds.find(({ label }) => /其他|自筹/.test(label)))
  const indicators = table.indicators.flatMap((row) => readIndicator(row, year, faults))
  if (table.indicators.length === 0)
    faults.push({ place: '全表', message: '没有找到绩效指标，请核对表头是否含有“一级指标”“指标值”。' })
  return {
    content: {
      ...(total === undefined ? {} : { total_fen: total }),
      ...(fiscal === undefined ? {} : { fiscal_fen: fiscal }),
      ...(other === undefined ? {} : { other_fen: other }),
      ...(isNothing(table.annualGoal) ? {} : { annualGoal: table.annualGoal }),
      indicators,
    },
    faults,
  }
}

function onlyFund(funds: readonly PublishedFund[]): PublishedFund | undefined {
  return funds.length === 1 ? funds[0] : undefined
}

/** An amount of the table as fen; a printed text that is no amount is a fault, never 0. */
export function readAmount(
  table: PublishedTable,
  fund: PublishedFund | undefined,
  faults: IntakeFault[],
): string | undefined {
  const printed = fund?.adjusted && !isNothing(fund.adjusted) ? fund.adjusted : fund?.initial
  if (!fund || printed === undefined || isNothing(printed)) return undefined
  const text = printed.replace(/[,,\s]/g, '').replace(/(万元|万|元)$/, '')
  try {
    return toFenText(table.amountUnit === '元' ? parseYuan(text) : parseWanYuan(text))
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    faults.push({ place: fund.place, message: `“${fund.label}”的金额“${printed}”不是数字，请改为数字。` })
    return undefined
  }
}

function readIndicator(row: PublishedIndicator, year: number, faults: IntakeFault[]): object[] {
  if (isNothing(row.name) && isNothing(row.target)) return []
  const level1 = LEVEL1.find(([words]) => words.test(row.level1))?.[1]
  const level2 = LEVEL2.find(([words]) => words.test(row.level2))?.[1]
  if (!level1)
    faults.push({
      place: row.place,
      message: `一级指标“${row.level1}”不认识，请改为产出、效益、成本或满意度指标。`,
    })
  if (!level2)
    faults.push({ place: row.place, message: `二级指标“${row.level2}”不认识，请改为标准名称(如数量指标)。` })
  if (isNothing(row.name)) faults.push({ place: row.place, message: '缺少三级指标名称，请补充。' })
  const weight = readWeight(row, faults)
  return [
    {
      ...(level1 ? { level1 } : {}),
      ...(level2 ? { level2 } : {}),
      name: row.name.replace(/^[★*]+/, '').slice(0, 200),
      ...readTarget(row, year),
      ...(weight === undefined ? {} : { weight_x100: weight }),
    },
  ]
}

function readTarget(row: PublishedIndicator, year: number): object {
  const parsed = parseTargetText(row.target, { name: row.name, level2: row.level2, year })
  const printed = isNothing(row.target) ? {} : { valueText: row.target.slice(0, 300) }
  if (parsed.kind === 'date') return { kind: 'date', dateValue: parsed.date, ...printed }
  if (parsed.kind !== 'quant') return { kind: 'qual', ...printed }
  return {
    kind: 'quant',
    operator: parsed.operator,
    value: parsed.value,
    ...(parsed.upper === undefined ? {} : { upper: parsed.upper }),
    unit: parsed.unit,
    ...printed,
  }
}

function readWeight(row: PublishedIndicator, faults: IntakeFault[]): number | undefined {
  if (isNothing(row.weight)) return undefined
  const match = /^(\d{1,3}(?:\.\d{1,2})?)分?$/.exec(row.weight.trim())
  if (!match?.[1] || Number(match[1]) > 100) {
    faults.push({ place: row.place, message: `权重“${row.weight}”不是 0 到 100 的数，请改正。` })
    return undefined
  }
  return Math.round(Number(match[1]) * 100)
}
