import { isFilled } from '../doctor/read/cells.ts'
import { plainName } from '../doctor/read/names.ts'
import { readPoints } from '../doctor/read/numbers.ts'
import type { DoctorIndicator, DoctorTable } from '../doctor/table.ts'
import { areComparable, scaleOf } from '../doctor/read/units.ts'
import type {
  EvaluationSelfContent,
  EvaluationSelfScoresRow,
  TargetsSheetIndicatorsRow,
} from '../forms/contents.ts'
import type { ParameterReader } from '../rules/parameter-values.ts'
import { Decimal } from '../shared/decimal.ts'
import { parseTargetText } from '../targets/compute/index.ts'
import type { IntakeFault } from './intake-fault.ts'
import { printedFunds } from './printed-funds.ts'

export type SelfEvaluationIntake = {
  readonly content: { readonly [field: string]: unknown }
  readonly faults: readonly IntakeFault[]
}

/** What the approved target and the rules say about the rows a printed table is put beside. */
export type IntakeSetting = {
  readonly indicators: readonly TargetsSheetIndicatorsRow[]
  readonly rules: ParameterReader
  /** Budget year, for dates printed without one. */
  readonly year: number
}

/**
 * Puts money, goal and actual values of a printed self-evaluation beside the approved target. Indicators
 * are matched by name; a printed row without a partner is a fault, because the approved target cannot
 * grow rows here. Printed scores are kept as the unit's own; for a judged row they are the judgement,
 * so that band and percentage are read from them.
 */
export function toSelfEvaluation(
  table: DoctorTable,
  content: EvaluationSelfContent,
  setting: IntakeSetting,
): SelfEvaluationIntake {
  const faults: IntakeFault[] = []
  const rows = content.scores ?? []
  const partners = new Set(rows.map((row) => plainName(row.name ?? '')))
  const found = new Map<string, DoctorIndicator>()
  for (const printed of table.indicators) {
    if (!isFilled(printed.name)) continue
    const name = plainName(printed.name)
    if (partners.has(name)) found.set(name, printed)
    else
      faults.push({
        place: printed.place,
        message: `批复的绩效目标中没有指标“${printed.name}”，请改为批复的指标名称。`,
      })
  }
  const funds = printedFunds(table, content.funds ?? [], faults)
  return {
    content: {
      ...(funds ? { funds } : {}),
      ...(isFilled(table.goalReached) ? { actualGoal: table.goalReached.slice(0, 3000) } : {}),
      scores: rows.map((row) => {
        const printed = found.get(plainName(row.name ?? ''))
        if (!printed) return row
        const target = setting.indicators.find(({ id }) => id === row.indicatorId)
        const isJudged = target?.kind === 'qual' || target?.scoringRule === 'band'
        const filled = withActual({ row, printed, unit: target?.unit ?? '', year: setting.year }, faults)
        return isJudged ? { ...filled, ...judgement(printed, row, setting.rules) } : filled
      }),
    },
    faults,
  }
}

/** The band in which the printed share of the points lies; blank where none was printed. */
function judgement(
  { score }: DoctorIndicator,
  { weight_x100 }: EvaluationSelfScoresRow,
  rules: ParameterReader,
): object {
  const points = readPoints(score)
  if (!points || !weight_x100) return {}
  const share = points.value.times(100).div(weight_x100)
  const { bands } = rules.value('evaluation.qualitative_bands').value
  const share_bp = share.times(10_000)
  const band = bands.find(
    ({ from_bp, to_bp, isTopIncluded }) =>
      share_bp.gte(from_bp) && (isTopIncluded ? share_bp.lte(to_bp) : share_bp.lt(to_bp)),
  )
  if (!band) return {}
  return {
    band: band.band,
    bandPercent: share.times(100).toDecimalPlaces(4, Decimal.ROUND_HALF_UP).toFixed(),
  }
}

type PrintedRow = {
  readonly row: EvaluationSelfScoresRow
  readonly printed: DoctorIndicator
  /** Unit of the approved value. */
  readonly unit: string
  readonly year: number
}

function withActual({ row, printed, unit, year }: PrintedRow, faults: IntakeFault[]): object {
  const { actual, reason } = printed
  const about = { name: printed.name ?? '', level2: printed.level2 ?? '', year }
  const parsed = parseTargetText(actual ?? '', about)
  const score = readScore(printed, row, faults)
  const value = parsed.kind === 'quant' ? inUnit(parsed.value, parsed.unit, unit) : undefined
  return {
    ...row,
    ...(isFilled(actual) ? { actualText: actual.slice(0, 500) } : {}),
    ...(value === undefined ? {} : { actual: value }),
    ...(parsed.kind === 'date' ? { actualDate: parsed.date } : {}),
    ...(score === undefined ? {} : { score_x100: score }),
    ...(isFilled(reason) ? { deviationReason: reason.slice(0, 1000) } : {}),
  }
}

/** 2.45亿元 beside 万元 is 24500; a figure in another unit is left for a person to convert. */
function inUnit(value: string, from: string, to: string): string | undefined {
  if (from === to || from === '' || to === '') return value
  const [one, other] = [scaleOf(from), scaleOf(to)]
  if (!areComparable(one.base, other.base)) return undefined
  return new Decimal(value).times(one.factor).div(other.factor).toDecimalPlaces(6).toFixed()
}

function readScore(
  printed: DoctorIndicator,
  row: EvaluationSelfScoresRow,
  faults: IntakeFault[],
): number | undefined {
  if (!isFilled(printed.score)) return undefined
  const points = readPoints(printed.score)
  const score = points && points.decimals <= 2 ? points.value.times(100).toNumber() : Number.NaN
  if (Number.isNaN(score) || score < 0 || score > (row.weight_x100 ?? 10000)) {
    faults.push({ place: printed.place, message: `得分“${printed.score}”不是数字或超过分值，请改正。` })
    return undefined
  }
  return score
}
