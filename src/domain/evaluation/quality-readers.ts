import type { Role } from '../org/roles.ts'

/** Who watches over the quality of self-evaluations; a unit does not see how its form was judged. */
export const QUALITY_READERS: readonly Role[] = [
  'department',
  'finance_business',
  'finance_performance',
  'finance_leader',
  'province',
  'audit',
]
