import { countyReport } from '../../domain/pilot/index.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'

/** 试点报告:what the pilot adds to the shared machinery. */
export const countyReportBehaviour: RecordBehaviour = { kind: countyReport.kind }
