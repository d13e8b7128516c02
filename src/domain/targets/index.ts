import type { RecordKind } from '../workflow/record-kind.ts'
import { libraryChange } from './library-change.ts'
import { targetSheet } from './sheet.ts'

export { outputPlanOf } from './compute/output-plan.ts'
export { libraryChange, targetSheet }
export const targetsKinds: readonly RecordKind[] = [targetSheet, libraryChange]
