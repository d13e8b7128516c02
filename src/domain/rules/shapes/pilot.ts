import type { Shape } from '../shape.ts'
import * as s from '../shape.ts'

const points = s.object({ id: s.text, label: s.text, weight_x100: s.integer(0, 100_00) })

/** Parameters of 试点 and the shapes of their values. */
export const pilotShapes = {
  'pilot.projects_per_jurisdiction': s.object({ minimum: s.integer(0, 99), maximum: s.integer(1, 99) }),
  'pilot.period': s.object({ from: s.date, to: s.date }),
  'pilot.selection_criteria': s.object({
    criteria: s.list(s.object({ id: s.text, label: s.text })),
    minimum: s.integer(1, 10),
  }),
  'pilot.stage_deadlines': s.object({
    stages: s.list(s.object({ stage: s.text, label: s.text, from: s.date, to: s.date })),
  }),
  'pilot.acceptance_criteria': s.object({
    items: s.list(points),
    pass_x100: s.integer(0, 100_00),
    neverExcused: s.list(s.text),
  }),
  'pilot.other_milestones': s.object({
    milestones: s.list(
      s.object({
        code: s.text,
        label: s.text,
        who: s.choice('place', 'province'),
        from: s.date,
        to: s.date,
      }),
    ),
  }),
  'pilot.selection_ranking': s.object({
    items: s.list(points),
    category: s.object({ major_bp: s.share_bp, new_bp: s.share_bp, other_bp: s.share_bp }),
    history: s.object({
      poor_bp: s.share_bp,
      fair_bp: s.share_bp,
      good_bp: s.share_bp,
      excellent_bp: s.share_bp,
      red_bp: s.share_bp,
      yellow_bp: s.share_bp,
    }),
  }),
  'pilot.place_ranking': s.object({
    items: s.list(points),
    lights: s.object({ green_bp: s.share_bp, yellow_bp: s.share_bp, red_bp: s.share_bp }),
  }),
} as const satisfies Readonly<Record<string, Shape>>
