import { targetSheet } from '../../domain/targets/index.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'

export const targetSheetBehaviour: RecordBehaviour = { kind: targetSheet.kind }
