import type { Role } from '../org/roles.ts'

/** Who has anything to do with reports of a place: experts and institutions have not. */
export const REPORT_READERS: readonly Role[] = [
  'unit',
  'department',
  'finance_business',
  'finance_performance',
  'finance_leader',
  'province',
  'congress',
  'audit',
]
