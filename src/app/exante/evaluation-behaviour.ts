import { exanteEvaluation } from '../../domain/exante/index.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'

export const exanteEvaluationBehaviour: RecordBehaviour = { kind: exanteEvaluation.kind }
