/**
 * Why a figure is what it is, in words and numbers an official can check by hand.
 *
 * Every computation returns one beside its value. Explanations nest: the total of a form carries
 * the explanation of each of its rows.
 */
export type Explanation = {
  readonly ruleId: string
  readonly title: string
  /** The whole reason in one Chinese sentence. */
  readonly sentence: string
  readonly inputs: readonly ExplanationInput[]
  readonly parameters: readonly ParameterUse[]
  readonly formula: string
  readonly result: string
  readonly rounding?: string
  readonly source: ExplanationSource
  readonly children: readonly Explanation[]
}

/** A figure that went in; `from` says where it was read (form, cell, frozen version). */
export type ExplanationInput = { readonly label: string; readonly value: string; readonly from?: string }

export type ExplanationSource = { readonly title: string; readonly article?: string }

/**
 * One dated value that took part in a decision.
 *
 * `from` is the day it took effect. `isChecked` is false while nobody has compared it with the
 * official text; whatever it decided is then shown with 待核对.
 */
export type ParameterUse = {
  readonly id: string
  readonly title: string
  readonly value: string
  readonly from: string
  readonly sourceTitle: string
  readonly article: string
  readonly isChecked: boolean
  /** How the value came here; see `Standing` of the rules. */
  readonly standing: 'seen' | 'memory' | 'proposal'
  /** Code of the region, city or county that set it; absent for the value that holds everywhere. */
  readonly jurisdiction?: string
}

/** A parameter as a computation receives it: the typed value and how it will be cited. */
export type Parameter<T> = { readonly value: T; readonly use: ParameterUse }

/** What every computation returns: its own fields and the reason for them. */
export type Explained<T> = T & { readonly explanation: Explanation }

/** Whether anything in this reason rests on a value nobody has compared with its source: 待核对. */
export function hasUncheckedParameter(explanation: Explanation): boolean {
  return (
    explanation.parameters.some((use) => !use.isChecked) || explanation.children.some(hasUncheckedParameter)
  )
}
