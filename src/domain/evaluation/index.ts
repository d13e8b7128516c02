import type { RecordKind } from '../workflow/record-kind.ts'
import { financeEvaluation } from './finance.ts'
import { selfEvaluation } from './self.ts'

export { financeEvaluation, selfEvaluation }
export const evaluationKinds: readonly RecordKind[] = [selfEvaluation, financeEvaluation]
