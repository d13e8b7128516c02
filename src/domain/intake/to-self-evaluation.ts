import type { EvaluationSelfScoresRow } from '../forms/contents.ts'
import { parseTargetText } from '../targets/compute/index.ts'
import {
  type IntakeFault,
  isNothing,
  type PublishedIndicator,
  type PublishedTable,
} from './published-table.ts'

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
  table: PublishedTable,
  rows: readonly EvaluationSelfScoresRow[],
): SelfEvaluationIntake {
  const faults: IntakeFault[] = []
  const partners = new Map(rows.map((row) => [plain(row.name ?? ''), row]))
  const found = new Map<string, PublishedIndicator>()
  for (const printed of table.indicators) {
    if (isNothing(printed.name)) continue
    if (partners.has(plain(printed.name))) found.set(plain(printed.name), printed)
    else
      faults.push({
        place: printed.place,
        message: `批复的绩效目标中没有指标“${printed.name}”，请改为批复的指标名称。`,
      })
  }
  return {
    content: { scores: rows.map((row) => withActual(row, found.get(plain(row.name ?? '')), faults)) },
    faults,
  }
}

function withActual(
  row: EvaluationSelfScoresRow,
  printed: PublishedIndicator | undefined,
  faults: IntakeFault[],
): object {
  if (!printed) return row
  const parsed = parseTargetText(printed.actual, { name: printed.name, level2: printed.level2 })
  const score = readScore(printed, row, faults)
  return {
    ...row,
    ...(isNothing(printed.actual) ? {} : { actualText: printed.actual.slice(0, 500) }),
    ...(parsed.kind === 'quant' ? { actual: parsed.value } : {}),
    ...(parsed.kind === 'date' ? { actualDate: parsed.date } : {}),
    ...(score === undefined ? {} : { score_x100: score }),
    ...(isNothing(printed.reason) ? {} : { deviationReason: printed.reason.slice(0, 1000) }),
  }
}

function readScore(
  printed: PublishedIndicator,
  row: EvaluationSelfScoresRow,
  faults: IntakeFault[],
): number | undefined {
  if (isNothing(printed.score)) return undefined
  const score = /^\d{1,3}(\.\d{1,2})?$/.test(printed.score.trim())
    ? Math.round(Number(printed.score) * 100)
    : Number.NaN
  if (Number.isNaN(score) || score > (row.weight_x100 ?? 10000)) {
    faults.push({ place: printed.place, message: `得分“${printed.score}”不是数字或超过分值，请改正。` })
    return undefined
  }
  return score
}

function plain(name: string): string {
  return name.replace(/[\s★*]|[((][≥≤=><]?\*+.*?[))]/g, '')
}
