import type { RecordKind } from '../workflow/record-kind.ts'
import { budgetLine } from './budget-line.ts'

export { budgetLine }
export const projectKinds: readonly RecordKind[] = [budgetLine]
