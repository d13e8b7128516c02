import { DOCTOR_CHECKS } from './doctor/checks/index.ts'
import { evaluationChecks } from './evaluation/checks/index.ts'
import { exanteChecks } from './exante/checks/index.ts'
import { formHeader } from './forms/form-rules.ts'
import { monitoringChecks } from './monitoring/checks/index.ts'
import { orgChecks } from './org/checks/index.ts'
import { pilotChecks } from './pilot/checks/index.ts'
import { projectChecks } from './project/checks/index.ts'
import { resultsChecks } from './results/checks/index.ts'
import type { RuleHeader } from './shared/rule-header.ts'
import { targetsChecks } from './targets/checks/index.ts'

/** Every check and gate of the product, in the order of the plan, for the catalogue of rules. */
export const CHECKS: readonly RuleHeader[] = [
  ...projectChecks,
  ...exanteChecks,
  ...targetsChecks,
  ...monitoringChecks,
  ...evaluationChecks,
  ...resultsChecks,
  ...pilotChecks,
  ...orgChecks,
  ...DOCTOR_CHECKS.map(({ header }) => header),
]

/** What every form gets checked for by its definition: rule ID → name. */
export const FORM_CHECKS: Readonly<Record<string, string>> = formHeader
