import { disclosure } from '../../domain/results/index.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'

/** What the results stage adds to the shared machinery for a disclosure. */
export const disclosureBehaviour: RecordBehaviour = { kind: disclosure.kind }
