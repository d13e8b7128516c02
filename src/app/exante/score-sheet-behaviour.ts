import { exanteScoreSheet } from '../../domain/exante/index.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'

export const exanteScoreSheetBehaviour: RecordBehaviour = { kind: exanteScoreSheet.kind }
