import { plainText } from '../../../indicators/index.ts'
import type { ParameterReader } from '../../../rules/parameter-values.ts'
import type { Fen } from '../../../shared/money.ts'
import { computeUnitCostComparison, type UnitCostComparison } from './unit-cost.ts'

/** A quantity indicator of a project with the project's money of the year. */
export type Output = {
  readonly projectId: string
  readonly name: string
  readonly unit: string
  readonly value: string
  readonly money_fen: Fen
}

export type ComparedOutput = UnitCostComparison & { readonly name: string; readonly unit: string }

/**
 * Every output of a project beside the same output of others: the same name but for signs, spaces and
 * width, and the same unit. Each other project counts once, as it comes first.
 */
export function compareOutputs(
  own: readonly Output[],
  others: readonly Output[],
  rules: ParameterReader,
): ComparedOutput[] {
  return own.map((output) => {
    const { name, unit } = output
    const alike = new Map<string, Output>()
    for (const other of others) {
      const isSame = keyOf(other) === keyOf(output) && other.projectId !== output.projectId
      if (isSame && !alike.has(other.projectId)) alike.set(other.projectId, other)
    }
    return { name, unit, ...computeUnitCostComparison({ ...output, others: [...alike.values()] }, rules) }
  })
}

function keyOf({ name, unit }: Output): string {
  return `${plainText(name)} ${plainText(unit)}`
}
