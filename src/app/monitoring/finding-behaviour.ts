import { monitoringFinding } from '../../domain/monitoring/index.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'

/** What monitoring adds to the shared machinery for a finding. */
export const findingBehaviour: RecordBehaviour = {
  kind: monitoringFinding.kind,
}
