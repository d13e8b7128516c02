import { evaluationGateRules } from './evaluation/gates.ts'
import { pilotGates } from './pilot/gates.ts'
import { resultsGates } from './results/gates.ts'
import type { RuleHeader } from './shared/rule-header.ts'

/** Gates that need other records to decide, so that they are asked in `app`; their title blocks are here. */
export const GATES: readonly RuleHeader[] = [...evaluationGateRules, ...resultsGates, ...pilotGates]
