import type { Shape } from '../shape.ts'
import * as s from '../shape.ts'

/** Parameters of 表格体检 and the shapes of their values. */
export const doctorShapes = {
  'doctor.weight_totals': s.object({
    /** Sums accepted where the ten points of execution have no row yet. */
    declaration_x100: s.list(s.points_x100),
    evaluation_x100: s.list(s.points_x100),
  }),
  'doctor.tolerances': s.object({ cost_bp: s.share_bp, product_bp: s.share_bp }),
  'doctor.same_figure': s.object({ digits: s.integer(1, 12) }),
  'doctor.stock_phrases': s.object({
    phrases: s.list(s.text),
    /** Words that say it went well, and words that may stand around them: together they make a phrase. */
    judging: s.list(s.text),
    filling: s.list(s.text),
  }),
} as const satisfies Readonly<Record<string, Shape>>
