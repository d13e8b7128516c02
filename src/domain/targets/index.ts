import type { RecordKind } from '../workflow/record-kind.ts'
import { targetAdjustment } from './adjustment.ts'
import { libraryChange } from './library-change.ts'
import { departmentWhole } from './department-whole.ts'
import { policyTarget } from './policy.ts'
import { reviewFinding } from './review-finding.ts'
import { targetSheet } from './sheet.ts'

export { computeTargetDisclosureDeadline } from './compute/disclosure-deadline.ts'
export { targetInWords } from './compute/index.ts'
export { isUnitWord } from './compute/unit-words.ts'
export { outputPlanOf } from './compute/output-plan.ts'
export { departmentWhole, libraryChange, policyTarget, reviewFinding, targetAdjustment, targetSheet }
export const targetsKinds: readonly RecordKind[] = [
  targetSheet,
  reviewFinding,
  targetAdjustment,
  departmentWhole,
  policyTarget,
  libraryChange,
]
