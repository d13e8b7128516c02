import type { RecordKind } from '../workflow/record-kind.ts'
import { exanteEvaluation } from './evaluation.ts'
import { exanteScoreSheet } from './score-sheet.ts'

export { exanteEvaluation, exanteScoreSheet }
export const exanteKinds: readonly RecordKind[] = [exanteEvaluation, exanteScoreSheet]
