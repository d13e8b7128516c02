import type { Role } from '../../org/roles.ts'

/** Who may have a report examined: who writes it and who takes it over. */
export const REPORT_CHECKERS: readonly Role[] = [
  'agency',
  'department',
  'finance_performance',
  'finance_business',
  'finance_leader',
  'province',
  'audit',
]
