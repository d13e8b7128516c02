import { integratedReport } from '../../domain/pilot/index.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'

/** 一体化评价报告:what the pilot adds to the shared machinery. */
export const integratedReportBehaviour: RecordBehaviour = { kind: integratedReport.kind }
