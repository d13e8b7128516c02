import type { Shape } from '../shape.ts'
import * as s from '../shape.ts'
import { dayCount } from './common.ts'

/** Parameters of 预算编报和时限 and the shapes of their values. */
export const budgetShapes = {
  'budget.finance_reply_days': dayCount,
  'budget.department_reply_days': dayCount,
  'budget.government_disclosure_days': dayCount,
  'budget.department_disclosure_days': dayCount,
  'budget.unit_disclosure_days': dayCount,
  'budget.carryover_years': s.object({ years: s.integer(1, 10) }),
  'budget.working_days': s.object({
    years: s.list(s.integer(2000, 2100)),
    holidays: s.list(s.date),
    makeUpDays: s.list(s.date),
  }),

  'budget.session_lead_days': dayCount,
  /** Every date is relative to the budget year: -1 is the year before it. */
  'budget.calendar': s.object({
    steps: s.list(
      s.object({
        id: s.text,
        label: s.text,
        fromYear: s.integer(-2, 2),
        from: s.monthDay,
        toYear: s.integer(-2, 2),
        to: s.monthDay,
      }),
    ),
  }),
  'budget.project_term': s.object({
    needsNewEvaluation: s.boolean,
    fundTermYears: s.nullable(s.integer(1, 50)),
    midTermAboveYears: s.nullable(s.integer(1, 50)),
  }),
} as const satisfies Readonly<Record<string, Shape>>
