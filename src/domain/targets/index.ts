import type { RecordKind } from '../workflow/record-kind.ts'
import { targetAdjustment } from './adjustment.ts'
import { libraryChange } from './library-change.ts'
import { reviewFinding } from './review-finding.ts'
import { targetSheet } from './sheet.ts'

export { libraryChange, reviewFinding, targetAdjustment, targetSheet }
export const targetsKinds: readonly RecordKind[] = [
  targetSheet,
  reviewFinding,
  targetAdjustment,
  libraryChange,
]
export { outputPlanOf } from './compute/output-plan.ts'
