import type { ExanteEvaluationContent } from '../../../domain/forms/contents.ts'
import type { FormDefinition } from '../../../domain/forms/form.ts'
import { optionLabel } from '../../../domain/forms/form-index.ts'

export type Mark = {
  readonly name: string
  readonly score_x100: number
  readonly isOutlier: boolean
  /** How many before it have the same score: dots lie on each other otherwise. */
  readonly level: number
}
export type Dimension = {
  readonly code: string
  readonly label: string
  readonly weight_x100: number
  readonly mean_x100: number
  readonly gap_x100: number
  readonly marks: readonly Mark[]
}

/** The stored marks of a closed panel, dimension by dimension, experts in one order. */
export function dimensionsOf(
  { panelMarks, panelDimensions }: ExanteEvaluationContent,
  names: Readonly<Record<string, string>>,
  form: FormDefinition,
): Dimension[] {
  return (panelDimensions ?? []).map(({ dimension, dimensionLabel, weight_x100, score_x100 }) => {
    const own = (panelMarks ?? []).filter((mark) => mark.dimension === dimension)
    const scores = own.map((mark) => mark.score_x100 ?? 0)
    return {
      code: dimension ?? '',
      label: dimensionLabel || optionLabel(form, 'panelDimensions', dimension, 'dimension'),
      weight_x100: weight_x100 ?? 0,
      mean_x100: score_x100 ?? 0,
      gap_x100: scores.length === 0 ? 0 : Math.max(...scores) - Math.min(...scores),
      marks: own.map(({ person, isOutlier }, index) => ({
        name: names[person ?? ''] ?? '',
        score_x100: scores[index] ?? 0,
        isOutlier: isOutlier === true,
        level: scores.slice(0, index).filter((score) => score === scores[index]).length,
      })),
    }
  })
}
