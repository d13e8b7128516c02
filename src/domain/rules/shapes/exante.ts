import type { Shape } from '../shape.ts'
import * as s from '../shape.ts'
import { dayCount, rubricItem } from './common.ts'

/** A change in 万分之一: -10 000 takes everything away, 10 000 doubles. */
const change_bp = s.integer(-10_000, 10_000)
/** Lowest, most likely and highest deviation of a triangular distribution. */
const triangle = s.object({ low_bp: change_bp, mode_bp: change_bp, high_bp: change_bp })

/** 事前评估五个维度与财力可承受: codes are fixed, labels differ between templates. */
export const dimensionCode = s.choice('NEC', 'ECO', 'TGT', 'IMP', 'FND')
const rubric = s.object({
  dimensions: s.list(
    s.object({ code: dimensionCode, label: s.text, points_x100: s.points_x100, items: s.list(rubricItem) }),
  ),
})

/** Parameters of 事前绩效评估 and the shapes of their values. */
export const exanteShapes = {
  'exante.amount_thresholds': s.object({ department_fen: s.fen, finance_fen: s.fen }),
  'exante.option_values': s.object({
    excellent_bp: s.share_bp,
    good_bp: s.share_bp,
    fair_bp: s.share_bp,
    poor_bp: s.share_bp,
  }),
  'exante.rubric': rubric,
  'exante.policy_rubric': rubric,
  'exante.spread_warning': s.object({ total_x100: s.points_x100, dimension_bp: s.share_bp }),
  'exante.trim_from_experts': s.object({ experts: s.nullable(s.integer(3, 99)) }),
  'exante.outlier': s.object({
    raters: s.integer(3, 99),
    total_x100: s.points_x100,
    dimension_bp: s.share_bp,
  }),
  'exante.expert_selection': s.object({ isDrawRequired: s.boolean }),
  'exante.pledge': s.object({ version: s.text, clauses: s.list(s.text) }),
  /** Fewer other projects than this would show single ones. */
  'exante.comparison_minimum': s.object({ count: s.integer(3, 99) }),
  /** From which likeness a project is named; what the name counts; what stays where places differ; years apart. */
  'exante.overlap_similarity': s.object({
    from_bp: s.share_bp,
    nameShare_bp: s.share_bp,
    elsewhere_bp: s.share_bp,
    years: s.integer(0, 9),
  }),
  'exante.minimum_raters': s.object({ count: s.integer(1, 99) }),
  'exante.affordability_pressure': s.object({ warn_bp: s.integer(0, 20_000), fail_bp: s.integer(0, 20_000) }),
  'exante.material_days': dayCount,
  /** What a kind of project hands in beside the common list, and how papers already here are recognised. */
  'exante.materials_by_category': s.object({
    items: s.list(
      s.object({
        item: s.text,
        categories: s.list(
          s.choice('operation', 'specificPurpose', 'infrastructure', 'livelihood', 'industry', 'other'),
        ),
        isRequired: s.boolean,
      }),
    ),
    known: s.list(s.object({ item: s.text, words: s.list(s.text) })),
  }),
  'exante.affordability_years': s.object({ beyond: s.integer(0, 10) }),
  'exante.affordability_shocks': s.object({
    shocks: s.list(
      s.object({
        id: s.text,
        label: s.text,
        revenue_bp: change_bp,
        transfers_bp: change_bp,
        guarantees_bp: change_bp,
        cost_bp: change_bp,
      }),
    ),
  }),
  'exante.affordability_simulation': s.object({
    draws: s.integer(100, 20_000),
    seed: s.integer(0, 4_294_967_295),
    revenue: triangle,
    transfers: triangle,
    guarantees: triangle,
    cost: triangle,
  }),
  'exante.veto_dimensions': s.object({
    dimensions: s.list(dimensionCode),
    below_bp: s.share_bp,
    isAffordabilityVeto: s.boolean,
  }),
} as const satisfies Readonly<Record<string, Shape>>
