import type { Role } from '../org/roles.ts'

/** Who may look at costs beside other places: whoever commissions, carries out or oversees evaluations. */
export const COUNTY_COST_READERS: readonly Role[] = [
  'finance_performance',
  'finance_leader',
  'department',
  'agency',
  'province',
  'audit',
]
