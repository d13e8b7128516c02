import { readKnownValues } from '../../rules/known-values.ts'
import type { ParameterId, ParameterReader } from '../../rules/parameter-values.ts'
import { decodeExact, encodeExact } from '../../shared/exact-json.ts'
import type { Parameter } from '../../shared/explanation.ts'
import { computeMonitoringRound, type MonitoringInput, type MonitoringRound } from './monitoring-round.ts'

/** The values that decide a light, stored beside the figures. */
const DECIDING = [
  'monitoring.light_thresholds',
  'monitoring.mid_year_month',
  'monitoring.light_indicator_weight',
  'monitoring.forecast_gap',
] as const satisfies readonly ParameterId[]

/** What a light was computed from: the figures of the round and the values in force, ready for JSON. */
export type StoredRound = {
  readonly figures: unknown
  readonly values: Readonly<Record<string, Parameter<unknown>>>
}

export function storeRound(input: MonitoringInput, rules: ParameterReader): StoredRound {
  return {
    figures: encodeExact(input),
    values: Object.fromEntries(DECIDING.map((id) => [id, rules.value(id)])),
  }
}

/** The round as it was computed then, from what was stored alone. */
export function recomputeRound({ figures, values }: StoredRound): MonitoringRound {
  return computeMonitoringRound(decodeExact(figures) as MonitoringInput, readKnownValues(values))
}
