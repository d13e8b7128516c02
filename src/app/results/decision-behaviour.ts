import { budgetDecision } from '../../domain/results/index.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'

/** What the results stage adds to the shared machinery for a budget decision. */
export const decisionBehaviour: RecordBehaviour = { kind: budgetDecision.kind }
