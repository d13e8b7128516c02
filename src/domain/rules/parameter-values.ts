import type { Parameter } from '../shared/explanation.ts'
import type { Shape, ValueOf } from './shape.ts'
import { budgetShapes } from './shapes/budget.ts'
import { doctorShapes } from './shapes/doctor.ts'
import { evaluationShapes } from './shapes/evaluation.ts'
import { type dimensionCode, exanteShapes } from './shapes/exante.ts'
import { monitoringShapes } from './shapes/monitoring.ts'
import { pilotShapes } from './shapes/pilot.ts'
import { resultsShapes } from './shapes/results.ts'
import { targetsShapes } from './shapes/targets.ts'

/**
 * Every parameter of the product and the shape of its value, stage by stage in `shapes/`.
 * The numbers themselves, their dates and sources are in `rules/parameters/<stage>/<name>.yaml`.
 */
export const PARAMETER_SHAPES = {
  ...budgetShapes,
  ...exanteShapes,
  ...targetsShapes,
  ...monitoringShapes,
  ...evaluationShapes,
  ...doctorShapes,
  ...resultsShapes,
  ...pilotShapes,
} as const satisfies Readonly<Record<string, Shape>>

export type ParameterId = keyof typeof PARAMETER_SHAPES

/** The typed value of each parameter: `ParameterValues['evaluation.grade_cutoffs']`. */
export type ParameterValues = { readonly [K in ParameterId]: ValueOf<(typeof PARAMETER_SHAPES)[K]> }

/** A parameter as a computation receives it. */
export type ParameterOf<K extends ParameterId> = Parameter<ParameterValues[K]>

/** Gives the values in force for one date and jurisdiction; `rules` has the implementation. */
export type ParameterReader = { value<K extends ParameterId>(id: K): ParameterOf<K> }

export type DayCount = ParameterValues['targets.disclosure_days']
export type DimensionCode = ValueOf<typeof dimensionCode>

export function isParameterId(id: string): id is ParameterId {
  return Object.hasOwn(PARAMETER_SHAPES, id)
}
