import type { RecordKind } from '../workflow/record-kind.ts'
import { agencyEntry } from './agency-entry.ts'
import { departmentEngagement, engagement } from './engagement.ts'
import { departmentEvaluation, financeEvaluation } from './finance.ts'
import { GROUP_ROLES, groupPledge } from './group-pledge.ts'
import { selfEvaluation } from './self.ts'

export {
  agencyEntry,
  departmentEngagement,
  departmentEvaluation,
  engagement,
  financeEvaluation,
  GROUP_ROLES,
  groupPledge,
  selfEvaluation,
}
export { computeFinanceEvaluation, computeFundRates } from './compute/index.ts'
export { isOwnEvaluation } from './executor.ts'
export { AGENCY_TYPES } from './agency-types.ts'
export { COUNTY_COST_READERS } from './county-cost-readers.ts'

export const evaluationKinds: readonly RecordKind[] = [
  selfEvaluation,
  financeEvaluation,
  departmentEvaluation,
  engagement,
  departmentEngagement,
  groupPledge,
  agencyEntry,
]
