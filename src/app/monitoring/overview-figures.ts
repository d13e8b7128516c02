import {
  findTargetSums,
  type JudgedRound,
  type MonitoringInput,
  shareOf,
  type WeightedProgress,
} from '../../domain/monitoring/compute/index.ts'
import type { Decimal } from '../../domain/shared/decimal.ts'
import { toDecimal } from '../../domain/shared/fraction.ts'
import { sumFen } from '../../domain/shared/money.ts'
import type { MonitorFigures } from '../../storage/monitor-repository.ts'

/** A round and what it was judged from, with or without its explanations. */
type Judged = { readonly input: MonitoringInput; readonly round: JudgedRound }

const MILLION = 1_000_000

/** What a round adds to the overview, from the same figures its own page shows. */
export function overviewFigures(
  figures: Judged,
  place: { readonly jurisdictionId: string; readonly recordId: string },
): MonitorFigures {
  const { round, input } = figures
  const sums = findTargetSums(weightedProgress(figures))
  const gap = shareOf(sums.reached - sums.due, sums.weight_x100)
  return {
    ...place,
    ...sums,
    light: round.light,
    reason: round.reason,
    adjusted_fen: sumFen(input.funds.map(({ adjusted_fen }) => adjusted_fen)),
    paid_fen: sumFen(input.funds.map(({ paid_fen }) => paid_fen)),
    executionGap: round.execution.deviation && millionths(round.execution.deviation),
    targetGap: gap ? millionths(toDecimal(gap)) : null,
  }
}

/** The indicators of a round as the weighted progress wants them. */
export function weightedProgress({ input, round }: Judged): WeightedProgress[] {
  return round.indicators.map(({ progress: { progress, planned } }, row) => ({
    name: input.indicators[row]?.name ?? '',
    weight_x100: input.indicators[row]?.weight_x100 ?? 0,
    progress,
    planned,
  }))
}

/** Rounded half up; a gap of more than 2,000 times the target is no gap to compare any more. */
function millionths(share: Decimal): number {
  const value = Number(share.times(MILLION).toFixed(0))
  return Math.max(-MOST, Math.min(MOST, value))
}
const MOST = 2_000_000_000
