import type { Shape } from '../shape.ts'
import * as s from '../shape.ts'
import { dayCount, grade, rubricItem } from './common.ts'

/** Parameters of 绩效评价 and the shapes of their values. */
export const evaluationShapes = {
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
  'evaluation.county_comparison': s.object({ places: s.integer(5, 99) }),
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
  'evaluation.group_pledge': s.object({ version: s.text, clauses: s.list(s.text) }),
  'evaluation.survey_sample': s.object({
    confidence: s.text,
    z_x100: s.integer(100, 400),
    margin_bp: s.integer(1, 5_000),
  }),
  'evaluation.self_external_gap_flag': s.object({ gap_x100: s.points_x100 }),
  'evaluation.violation_grade_cap': s.object({ grade: s.nullable(grade) }),
  /** A place's form of the self-evaluation: its groups and points, its words, and rows no target has. */
  'evaluation.self_form_weights': s.object({
    variant: s.text,
    budgetLabel: s.text,
    scoreLabel: s.text,
    /** Whether the score finance gives stands in a column of its own beside the self-score. */
    hasFinanceScore: s.boolean,
    /** Whether the approved weights are brought to the points of the form's groups. */
    isRescaled: s.boolean,
    groups: s.list(
      s.object({
        label: s.text,
        title: s.text,
        weight_x100: s.points_x100,
        note: s.nullable(s.text),
        levels: s.list(
          s.choice('execution', 'decision', 'management', 'output', 'cost', 'benefit', 'satisfaction'),
        ),
      }),
    ),
    ownRows: s.list(
      s.object({
        code: s.text,
        level: s.choice('decision', 'management'),
        level2: s.text,
        name: s.text,
        weight_x100: s.points_x100,
      }),
    ),
  }),
  'evaluation.self_recheck': s.object({
    signals: s.list(
      s.object({
        code: s.choice('fullMarks', 'copied', 'stock', 'aboveRules', 'lowExecution', 'warned', 'noFiles'),
        label: s.text,
        points: s.integer(0, 100),
      }),
    ),
    copied_bp: s.share_bp,
    stock_bp: s.share_bp,
    noFiles_bp: s.share_bp,
    /** From so much above the computed score on; less is rounding. */
    above_x100: s.points_x100,
    lowRate_bp: s.share_bp,
    highTotal_x100: s.points_x100,
    mustFrom: s.integer(1, 1000),
    sample_bp: s.share_bp,
    sampleLeast: s.integer(0, 1000),
  }),
} as const satisfies Readonly<Record<string, Shape>>
