import type { TargetsAdjustmentContent, TargetsSheetContent } from '../../forms/contents.ts'
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
 * The sheet as it stands after an adjustment: new values where the request has them, everything else as
 * approved. Weights, scoring rules and the review stay; the publication of the new version is still open.
 */
export function applyAdjustment(
  sheet: TargetsSheetContent,
  adjustment: TargetsAdjustmentContent,
): TargetsSheetContent {
  const { newPeriodGoal, newAnnualGoal, amounts, quarters, changes } = adjustment
  const money = Object.fromEntries(
    (amounts ?? []).flatMap(({ item, new_fen }) => (item && isWritten(new_fen) ? [[item, new_fen]] : [])),
  )
  const next: TargetsSheetContent = {
    ...sheet,
    ...money,
    ...(isWritten(newPeriodGoal) ? { periodGoal: newPeriodGoal ?? null } : {}),
    ...(isWritten(newAnnualGoal) ? { annualGoal: newAnnualGoal ?? null } : {}),
    indicators: (sheet.indicators ?? []).map((indicator) =>
      adjustedIndicator(
        indicator,
        changes?.find(({ indicatorId }) => indicatorId === indicator.id),
      ),
    ),
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
