import { rectificationNotice } from '../../domain/results/index.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'

/** What the results stage adds to the shared machinery for a notice. */
export const noticeBehaviour: RecordBehaviour = { kind: rectificationNotice.kind }
