import type {
  TargetsAdjustmentContent,
  TargetsSheetContent,
  TargetsSheetIndicatorsRow,
} from '../../forms/contents.ts'
import { isWritten } from '../../shared/check.ts'
import { adjustedIndicator } from './adjustment-pairs.ts'

/** What was said about the publication of the earlier version; the next one has to be published anew. */
const DISCLOSURE = [
  'disclosedOn',
  'disclosurePlace',
  'disclosureUrl',
  'disclosureEvidence',
  'disclosedFile',
  'withheld',
] as const satisfies readonly (keyof TargetsSheetContent)[]

/**
 * The sheet as it stands after an adjustment: new values and weights where the request has them, without the
 * indicators it takes out, followed by those it adds; everything else as approved. Scoring rules and the
 * review stay; the publication of the new version is still open.
 */
export function applyAdjustment(
  sheet: TargetsSheetContent,
  adjustment: TargetsAdjustmentContent,
): TargetsSheetContent {
  const { newPeriodGoal, newAnnualGoal, amounts, quarters } = adjustment
  const money = Object.fromEntries(
    (amounts ?? []).flatMap(({ item, new_fen }) => (item && isWritten(new_fen) ? [[item, new_fen]] : [])),
  )
  const next: TargetsSheetContent = {
    ...sheet,
    ...money,
    ...(isWritten(newPeriodGoal) ? { periodGoal: newPeriodGoal ?? null } : {}),
    ...(isWritten(newAnnualGoal) ? { annualGoal: newAnnualGoal ?? null } : {}),
    indicators: adjustedIndicators(sheet, adjustment),
    ...(sheet.quarterPlan
      ? {
          quarterPlan: sheet.quarterPlan.map((row) => {
            const change = quarters?.find(({ quarter }) => quarter === row.quarter)
            return isWritten(change?.new_fen) ? { ...row, planned_fen: change?.new_fen ?? null } : row
          }),
        }
      : {}),
  }
  return Object.fromEntries(
    Object.entries(next).filter(([field]) => !DISCLOSURE.some((name) => name === field)),
  ) as TargetsSheetContent
}

function adjustedIndicators(
  sheet: TargetsSheetContent,
  { changes, additions }: TargetsAdjustmentContent,
): TargetsSheetIndicatorsRow[] {
  const kept = (sheet.indicators ?? []).flatMap((indicator) => {
    const change = changes?.find(({ indicatorId }) => indicatorId === indicator.id)
    return change?.isRemoved ? [] : [adjustedIndicator(indicator, change)]
  })
  return [...kept, ...(additions ?? [])]
}
