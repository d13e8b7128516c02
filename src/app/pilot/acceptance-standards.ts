import type { ParameterReader } from '../../domain/rules/parameter-values.ts'

export type AcceptanceStandards = {
  readonly items: readonly { readonly id: string; readonly label: string; readonly weight_x100: number }[]
  readonly pass_x100: number
  /** Codes of the list that no reason excuses. */
  readonly neverExcused: readonly string[]
  /** Which version this is, in words that are printed. */
  readonly source: string
}

/** The criteria a place is accepted by today. */
export function acceptanceStandards(rules: ParameterReader): AcceptanceStandards {
  const { items, pass_x100, neverExcused } = rules.value('pilot.acceptance_criteria').value
  return { items, pass_x100, neverExcused, source: '本系统拟定的默认标准' }
}
