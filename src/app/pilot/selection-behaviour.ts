import { selection } from '../../domain/pilot/index.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'

/** 试点项目推荐表:what the pilot adds to the shared machinery. */
export const selectionBehaviour: RecordBehaviour = { kind: selection.kind }
