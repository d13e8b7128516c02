import type { Role } from '../org/roles.ts'

/** Who may look at an evaluation beside other projects; experts and agencies see one project only. */
export const COMPARISON_READERS: readonly Role[] = [
  'unit',
  'department',
  'finance_performance',
  'finance_business',
  'finance_leader',
  'province',
  'audit',
]
