import { stageReport } from '../../domain/pilot/index.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'

/** 分报告:what the pilot adds to the shared machinery. */
export const stageReportBehaviour: RecordBehaviour = { kind: stageReport.kind }
