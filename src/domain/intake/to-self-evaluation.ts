import { isFilled } from '../doctor/read/cells.ts'
import { plainName } from '../doctor/read/names.ts'
import { readPoints } from '../doctor/read/numbers.ts'
import type { DoctorIndicator, DoctorTable } from '../doctor/table.ts'
import type { EvaluationSelfScoresRow } from '../forms/contents.ts'
import { parseTargetText } from '../targets/compute/index.ts'
import type { IntakeFault } from './intake-fault.ts'

export type SelfEvaluationIntake = {
  readonly content: { readonly [field: string]: unknown }
  readonly faults: readonly IntakeFault[]
}

/**
 * Puts the printed actual values of a self-evaluation beside the indicators of the approved target.
 * Indicators are matched by name; a printed row without a partner is a fault, because the approved
 * target cannot grow rows here. Printed scores are kept as the unit's own.
 */
export function toSelfEvaluation(
  table: DoctorTable,
  rows: readonly EvaluationSelfScoresRow[],
): SelfEvaluationIntake {
  const faults: IntakeFault[] = []
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
  return {
    content: { scores: rows.map((row) => withActual(row, found.get(plainName(row.name ?? '')), faults)) },
    faults,
  }
}

function withActual(
  row: EvaluationSelfScoresRow,
  printed: DoctorIndicator | undefined,
  faults: IntakeFault[],
): object {
  if (!printed) return row
  const { actual, reason } = printed
  const parsed = parseTargetText(actual ?? '', { name: printed.name ?? '', level2: printed.level2 ?? '' })
  const score = readScore(printed, row, faults)
  return {
    ...row,
    ...(isFilled(actual) ? { actualText: actual.slice(0, 500) } : {}),
    ...(parsed.kind === 'quant' ? { actual: parsed.value } : {}),
    ...(parsed.kind === 'date' ? { actualDate: parsed.date } : {}),
    ...(score === undefined ? {} : { score_x100: score }),
    ...(isFilled(reason) ? { deviationReason: reason.slice(0, 1000) } : {}),
  }
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
