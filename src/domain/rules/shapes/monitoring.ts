import type { Shape } from '../shape.ts'
import * as s from '../shape.ts'

const extendedItem = s.choice('procurement', 'tendering', 'acceptance', 'accounting', 'publicity', 'assets')
/** The three of the plan: 偏离绩效目标、预期无效、预算执行进度较差. */
const riskVerdict = s.choice('deviates', 'ineffective', 'slow')
const riskMeasure = s.choice(
  'urge',
  'correct',
  'adjust_target',
  'reallocate',
  'reduce',
  'recover',
  'suspend',
  'stop',
  'terminate',
)

/** Parameters of 双监控 and the shapes of their values. */
export const monitoringShapes = {
  'monitoring.light_thresholds': s.object({
    yellowBelow_bp: s.integer(-10_000, 0),
    redBelow_bp: s.integer(-10_000, 0),
  }),
  'monitoring.light_indicator_weight': s.object({ weight_x100: s.points_x100 }),
  'monitoring.mid_year_month': s.object({ month: s.integer(1, 12) }),
  'monitoring.window': s.object({
    windows: s.list(s.object({ id: s.text, label: s.text, months: s.integer(1, 12), due: s.monthDay })),
  }),
  /** How often a place may monitor; `monitoring.window` is what it does unless somebody issues otherwise. */
  'monitoring.cadence': s.object({
    cadences: s.list(
      s.object({
        id: s.text,
        label: s.text,
        windows: s.list(s.object({ id: s.text, label: s.text, months: s.integer(1, 12), due: s.monthDay })),
      }),
    ),
  }),
  /** Milestones, extended content and risk rules of a type of project, and the categories it is for. */
  'monitoring.templates': s.object({
    templates: s.list(
      s.object({
        type: s.choice('works', 'purchase', 'subsidy', 'service'),
        label: s.text,
        categories: s.list(
          s.choice('operation', 'specificPurpose', 'infrastructure', 'livelihood', 'industry', 'other'),
        ),
        milestones: s.list(s.object({ id: s.text, label: s.text, due: s.monthDay })),
        items: s.list(extendedItem),
        risks: s.list(
          s.object({
            label: s.text,
            verdict: riskVerdict,
            /** Days a milestone is late; the month an item must be done by; points money runs ahead of output. */
            when: s.choice('milestoneLate', 'itemOpen', 'itemProblem', 'paidAhead'),
            /** The milestone or item; `money` for `paidAhead`. */
            subject: s.text,
            limit: s.integer(0, 10_000),
          }),
        ),
      }),
    ),
  }),
  'monitoring.risk_measures': s.object({
    deviates: s.list(riskMeasure),
    ineffective: s.list(riskMeasure),
    slow: s.list(riskMeasure),
    chanceBelow_bp: s.share_bp,
  }),
  'monitoring.update_link': s.object({ days: s.integer(1, 60) }),
  'monitoring.forecast_gap': s.object({ gap_bp: s.share_bp }),

  /** `near_bp`: how far from ours a past curve may have stood at this month to count half as much. */
  'monitoring.forecast': s.object({
    minimumCurves: s.integer(3, 99),
    years: s.integer(1, 9),
    ownWeight: s.integer(1, 20),
    near_bp: s.share_bp,
    interval_bp: s.share_bp,
    money_bp: s.share_bp,
    output_bp: s.share_bp,
  }),
  'monitoring.escalation': s.object({
    steps: s.list(s.object({ id: s.text, label: s.text, afterDays: s.integer(1, 366) })),
  }),
} as const satisfies Readonly<Record<string, Shape>>
