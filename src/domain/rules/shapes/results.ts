import type { Shape } from '../shape.ts'
import * as s from '../shape.ts'
import { dayCount, grade } from './common.ts'

/** Parameters of 结果应用 and the shapes of their values. */
export const resultsShapes = {
  'results.feedback_days': dayCount,
  'results.plan_days': dayCount,
  'results.disclosure_days': dayCount,
  'results.linkage_table': s.object({
    rows: s.list(
      s.object({
        grade,
        itemTypes: s.list(s.choice('continuing', 'staged', 'one_off', 'policy', 'transfer')),
        measure: s.choice('priority', 'keep', 'no_growth', 'reduce', 'suspend', 'cancel', 'no_same_type'),
        alternatives: s.list(
          s.choice('priority', 'keep', 'no_growth', 'reduce', 'suspend', 'cancel', 'no_same_type'),
        ),
        cutShare_bp: s.nullable(s.share_bp),
      }),
    ),
  }),
  'results.circular_lists': s.object({ praised: s.list(grade), named: s.list(grade) }),
  'results.same_kind_entry': s.object({ isGate: s.boolean, years: s.integer(1, 10) }),
  'results.what_if_weights': s.object({
    knots: s.list(s.object({ score_x100: s.points_x100, weight_bp: s.integer(1, 10_000) })),
    unscored_bp: s.integer(1, 10_000),
    performance_bp: s.integer(1, 10_000),
  }),
  'results.what_if_scores': s.object({ countsSelf: s.boolean }),
  'results.exit_list': s.object({ months: s.integer(1, 36), keepYears: s.integer(0, 20) }),
  'results.repeat_similarity': s.object({ share_bp: s.share_bp, years: s.integer(1, 20) }),
  /** Words that say the same of a problem: of what it is about, and of what is wrong with it. */
  'results.problem_words': s.object({
    groups: s.list(s.object({ kind: s.choice('thing', 'context', 'fault'), words: s.list(s.text) })),
  }),
  'results.unrectified_gate': s.object({ isOn: s.boolean }),
  'results.extension': s.object({ maxTimes: s.integer(0, 20), maxDays: s.integer(1, 730) }),
  'results.escalation': s.object({
    steps: s.list(
      s.object({
        id: s.choice('reminder', 'department', 'leader', 'circular'),
        label: s.text,
        afterDays: s.integer(1, 730),
      }),
    ),
  }),
  'results.secret_words': s.object({ words: s.list(s.text) }),
  'results.tracking_months': s.object({ months: s.list(s.integer(1, 60)) }),
} as const satisfies Readonly<Record<string, Shape>>
