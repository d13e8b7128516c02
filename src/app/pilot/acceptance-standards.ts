import type { Context } from '../kernel/context.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { programmeAt } from './programme/programme-at.ts'

export type AcceptanceStandards = {
  readonly items: readonly { readonly id: string; readonly label: string; readonly weight_x100: number }[]
  readonly pass_x100: number
  /** Which version this is, in words that are printed. */
  readonly source: string
}

/** The criteria an application made today is judged by: the region's own, or those of the rules. */
export async function acceptanceStandards(context: Context): Promise<AcceptanceStandards> {
  const { acceptance, source } = await programmeAt(context)
  return { ...acceptance, source }
}

/** Codes of the list that no reason excuses. */
export function neverExcused(context: Context, data: RecordData): readonly string[] {
  return rulesOf(context, data).value('pilot.acceptance_criteria').value.neverExcused
}
