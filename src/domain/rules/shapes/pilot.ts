import type { Shape } from '../shape.ts'
import * as s from '../shape.ts'

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
    items: s.list(s.object({ id: s.text, label: s.text, weight_x100: s.integer(0, 100_00) })),
    pass_x100: s.integer(0, 100_00),
    neverExcused: s.list(s.text),
  }),
} as const satisfies Readonly<Record<string, Shape>>
