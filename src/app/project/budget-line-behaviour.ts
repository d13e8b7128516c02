import { budgetLine } from '../../domain/project/index.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'

export const budgetLineBehaviour: RecordBehaviour = { kind: budgetLine.kind }
