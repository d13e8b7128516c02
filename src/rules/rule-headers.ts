import * as evaluationCompute from '../domain/evaluation/compute/index.ts'
import * as exanteChecks from '../domain/exante/checks/index.ts'
import * as exanteCompute from '../domain/exante/compute/index.ts'
import * as monitoringChecks from '../domain/monitoring/checks/index.ts'
import * as projectChecks from '../domain/project/checks/index.ts'
import type { RuleHeader } from '../domain/shared/rule-header.ts'
import * as targetsChecks from '../domain/targets/checks/index.ts'
import * as targetsCompute from '../domain/targets/compute/index.ts'

const ROOMS: readonly object[] = [
  projectChecks,
  exanteCompute,
  exanteChecks,
  targetsCompute,
  targetsChecks,
  monitoringChecks,
  evaluationCompute,
]

/** Every rule of the product, by its ID: collected from the headers that stand beside the functions. */
export const RULE_HEADERS: readonly RuleHeader[] = ROOMS.flatMap((room) => Object.values(room))
  .filter(isHeader)
  .sort((a, b) => a.id.localeCompare(b.id, 'en'))

function isHeader(value: unknown): value is RuleHeader {
  return (
    typeof value === 'object' && value !== null && 'id' in value && 'name' in value && 'kind' in value && 'source' in value && 'stage' in value
  )
}
