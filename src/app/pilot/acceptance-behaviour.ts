import { acceptance } from '../../domain/pilot/index.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'

/** 验收:what the pilot adds to the shared machinery. */
export const acceptanceBehaviour: RecordBehaviour = { kind: acceptance.kind }
