import type { Parameter } from '../shared/explanation.ts'
import * as s from './shape.ts'
import type { Shape, ValueOf } from './shape.ts'

const grade = s.choice('excellent', 'good', 'fair', 'poor')
const dayCount = s.object({ days: s.integer(1, 366), count: s.choice('calendar', 'working') })
const rubricItem = s.object({ id: s.text, label: s.text, points_x100: s.points_x100 })

/** The catalogues of indicators: cost under output (88号、10号), or a level of its own (101号). */
const catalogueCode = s.choice('CATALOG_88_10', 'CATALOG_101')

/** A change in 万分之一: -10 000 takes everything away, 10 000 doubles. */
const change_bp = s.integer(-10_000, 10_000)
/** Lowest, most likely and highest deviation of a triangular distribution. */
const triangle = s.object({ low_bp: change_bp, mode_bp: change_bp, high_bp: change_bp })

/** 事前评估五个维度与财力可承受: codes are fixed, labels differ between templates. */
const dimensionCode = s.choice('NEC', 'ECO', 'TGT', 'IMP', 'FND')
const rubric = s.object({
  dimensions: s.list(
    s.object({ code: dimensionCode, label: s.text, points_x100: s.points_x100, items: s.list(rubricItem) }),
  ),
})

/**
 * Every parameter of the product and the shape of its value.
 * The numbers themselves, their dates and sources are in `rules/parameters/<stage>/<name>.yaml`.
 */
export const PARAMETER_SHAPES = {
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

  'targets.catalogue': s.object({
    project: catalogueCode,
    departmentWhole: catalogueCode,
    policy: catalogueCode,
    /** `first level/second level` of each catalogue. */
    catalogues: s.list(s.object({ code: catalogueCode, label: s.text, levels: s.list(s.text) })),
  }),
  'targets.level1_weights': s.object({
    output_x100: s.points_x100,
    benefit_x100: s.points_x100,
    satisfaction_x100: s.points_x100,
    execution_x100: s.points_x100,
    /** Where the satisfaction points go when a project has no direct service object. */
    withoutSatisfaction: s.choice('output', 'benefit'),
    /** The split where cost is a first level of its own (2021 catalogue). */
    withCost: s.object({
      cost_x100: s.points_x100,
      output_x100: s.points_x100,
      benefit_x100: s.points_x100,
      satisfaction_x100: s.points_x100,
    }),
  }),
  'targets.first_review': s.object({ by: s.choice('department', 'finance_business', 'both') }),
  'targets.review_points': s.object({
    aspects: s.list(
      s.object({
        code: s.choice('completeness', 'relevance', 'suitability', 'feasibility'),
        label: s.text,
        points_x100: s.points_x100,
        lines: s.list(rubricItem),
      }),
    ),
  }),
  'targets.review_grade_bands': s.object({
    excellent_bp: s.share_bp,
    good_bp: s.share_bp,
    fair_bp: s.share_bp,
  }),
  'targets.review_consequences': s.object({
    excellent: s.choice('pass', 'pass_after_corrections', 'return', 'refuse'),
    good: s.choice('pass', 'pass_after_corrections', 'return', 'refuse'),
    fair: s.choice('pass', 'pass_after_corrections', 'return', 'refuse'),
    poor: s.choice('return', 'refuse'),
  }),
  'targets.disclosure_days': dayCount,
  'targets.smart_share': s.object({ share_bp: s.share_bp }),
  'targets.adjustment_last_day': s.object({ day: s.monthDay }),

  'monitoring.light_thresholds': s.object({
    yellowBelow_bp: s.integer(-10_000, 0),
    redBelow_bp: s.integer(-10_000, 0),
  }),
  'monitoring.light_indicator_weight': s.object({ weight_x100: s.points_x100 }),
  'monitoring.mid_year_month': s.object({ month: s.integer(1, 12) }),
  'monitoring.window': s.object({
    windows: s.list(s.object({ id: s.text, label: s.text, months: s.integer(1, 12), due: s.monthDay })),
  }),
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
  'evaluation.grade_cutoffs': s.object({
    excellent_x100: s.points_x100,
    good_x100: s.points_x100,
    fair_x100: s.points_x100,
  }),
  'evaluation.execution_points': s.object({ points_x100: s.points_x100 }),
  'evaluation.over_achievement_flag': s.object({ ratio_bp: s.integer(0, 1_000_000) }),
  'evaluation.qualitative_bands': s.object({
    bands: s.list(
      s.object({
        band: s.choice('achieved', 'partial', 'missed'),
        label: s.text,
        from_bp: s.share_bp,
        to_bp: s.share_bp,
        /** Whether the upper end belongs to this band (only the first one's does). */
        isTopIncluded: s.boolean,
      }),
    ),
  }),
  'evaluation.row_defaults': s.object({
    equal: s.choice('proportion', 'all_or_nothing'),
    lateDate: s.choice('zero', 'per_day', 'band'),
    latePerDay_bp: s.share_bp,
    satisfaction: s.choice('proportion', 'interpolation'),
    satisfactionFloor_bp: s.share_bp,
    passLine: s.choice('none', 'proportion_above', 'rescaled_above'),
    passLine_bp: s.share_bp,
  }),
  /** Without a budget there is no execution rate: no total until it is explained, or the rest stretched. */
  'evaluation.without_budget': s.object({ treatment: s.choice('flag', 'rescale') }),
  'evaluation.low_execution_cap': s.object({
    isOn: s.boolean,
    steps: s.list(s.object({ below_bp: s.share_bp, cap_x100: s.points_x100 })),
  }),
  'evaluation.over_achievement_deduction': s.object({
    isOn: s.boolean,
    above_bp: s.integer(0, 1_000_000),
    points_x100: s.points_x100,
  }),
  'evaluation.output_benefit_minimum_share': s.object({ share_bp: s.share_bp }),
  'evaluation.likert_values': s.object({
    options: s.list(s.object({ label: s.text, share_bp: s.share_bp })),
  }),
  'evaluation.carry_over_base': s.object({ base: s.choice('budget', 'execution') }),
  'evaluation.department_deductions': s.object({
    rows: s.list(
      s.object({
        code: s.text,
        label: s.text,
        limit_bp: s.share_bp,
        perPoint_x100: s.nullable(s.points_x100),
      }),
    ),
  }),
  'evaluation.cycle': s.object({ keyYears: s.integer(1, 20), longTermYears: s.integer(2, 50) }),
  'evaluation.lead_evaluator': s.object({ years: s.integer(0, 50), evaluationYears: s.integer(0, 50) }),
  'evaluation.agency_register': s.object({ isRequired: s.boolean }),
  'evaluation.agency_share': s.object({ warn_bp: s.share_bp, fromTasks: s.integer(1, 999) }),
  'evaluation.conflict_years': s.object({ years: s.integer(0, 20) }),
  'evaluation.report_acceptance': s.object({
    items: s.list(rubricItem),
    redoBelow_x100: s.points_x100,
    reviseBelow_x100: s.points_x100,
  }),
  'evaluation.report_outline': s.object({
    parts: s.list(s.object({ code: s.text, label: s.text, words: s.list(s.text) })),
  }),
  'evaluation.report_check': s.object({
    recycled_bp: s.share_bp,
    /** Chinese characters from which on a paragraph is compared with earlier reports. */
    recycledLength: s.integer(10, 1000),
    /** Advice with no more characters of its own than this says nothing. */
    adviceOwn: s.integer(0, 100),
    adviceWords: s.list(s.text),
  }),
  'evaluation.expert_appraisal': s.object({
    items: s.list(rubricItem),
    excellent_x100: s.points_x100,
    good_x100: s.points_x100,
    pass_x100: s.points_x100,
  }),
  'evaluation.exchange_reply_days': dayCount,
  'evaluation.agency_pledge': s.object({ version: s.text, clauses: s.list(s.text) }),
  'evaluation.survey_sample': s.object({
    confidence: s.text,
    z_x100: s.integer(100, 400),
    margin_bp: s.integer(1, 5_000),
  }),
  'evaluation.self_external_gap_flag': s.object({ gap_x100: s.points_x100 }),
  'evaluation.violation_grade_cap': s.object({ grade: s.nullable(grade) }),
  'evaluation.self_form_weights': s.object({
    groups: s.list(s.object({ label: s.text, weight_x100: s.points_x100, note: s.nullable(s.text) })),
  }),

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
  'results.repeat_similarity': s.object({ share_bp: s.share_bp }),
  'results.tracking_months': s.object({ months: s.list(s.integer(1, 60)) }),

  'pilot.projects_per_jurisdiction': s.object({ minimum: s.integer(0, 99), maximum: s.integer(1, 99) }),
  'pilot.period': s.object({ from: s.date, to: s.date }),
  'pilot.selection_criteria': s.object({
    criteria: s.list(s.object({ id: s.text, label: s.text })),
    minimum: s.integer(1, 10),
  }),
  'pilot.stage_deadlines': s.object({
    stages: s.list(s.object({ stage: s.text, label: s.text, from: s.date, to: s.date })),
  }),
} as const satisfies Readonly<Record<string, Shape>>

export type ParameterId = keyof typeof PARAMETER_SHAPES

/** The typed value of each parameter: `ParameterValues['evaluation.grade_cutoffs']`. */
export type ParameterValues = { readonly [K in ParameterId]: ValueOf<(typeof PARAMETER_SHAPES)[K]> }

/** A parameter as a computation receives it. */
export type ParameterOf<K extends ParameterId> = Parameter<ParameterValues[K]>

/** Gives the values in force for one date and jurisdiction; `rules` has the implementation. */
export type ParameterReader = { value<K extends ParameterId>(id: K): ParameterOf<K> }

export type DayCount = ParameterValues['targets.disclosure_days']
export type DimensionCode = ValueOf<typeof dimensionCode>

export function isParameterId(id: string): id is ParameterId {
  return Object.hasOwn(PARAMETER_SHAPES, id)
}
