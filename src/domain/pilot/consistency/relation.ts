import type { RuleHeader } from '../../shared/rule-header.ts'
import type { Severity } from '../../shared/finding.ts'
import type { ConsistencyCase } from './case.ts'

/** Two places that should say the same and do not; the sentence names both with their values. */
export type ConsistencyFinding = {
  readonly ruleId: string
  readonly name: string
  readonly severity: Severity
  /** Chinese, ending with what to do next. */
  readonly message: string
  /** The record that is to be looked at. */
  readonly recordId: string
}

/** One kind of relation between figures, with all places it holds for. */
export type Relation = {
  readonly header: RuleHeader
  readonly check: (given: ConsistencyCase) => ConsistencyFinding[]
}

/** A finding under the title block of its relation. */
export function inconsistent(
  header: RuleHeader,
  recordId: string,
  message: string,
  severity: Severity = header.severity ?? 'error',
): ConsistencyFinding {
  return { ruleId: header.id, name: header.name, severity, message, recordId }
}
