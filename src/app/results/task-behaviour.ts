import { rectificationTask } from '../../domain/results/index.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'

/** What the results stage adds to the shared machinery for a task. */
export const taskBehaviour: RecordBehaviour = { kind: rectificationTask.kind }
