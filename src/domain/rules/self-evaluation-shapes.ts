import * as s from './shape.ts'

/** Shapes of what places decide on self-evaluations and on reports handed in. */
export const SELF_EVALUATION_SHAPES = {
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
} as const
