import type { RecordKind } from '../workflow/record-kind.ts'
import { monitoringFinding } from './finding.ts'
import { monitoringRound } from './round.ts'

export { monitoringFinding, monitoringRound }
export const monitoringKinds: readonly RecordKind[] = [monitoringRound, monitoringFinding]
