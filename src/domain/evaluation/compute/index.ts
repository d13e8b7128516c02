export * from './answers.ts'
export * from './band-score.ts'
export * from './cost-saving.ts'
export * from './county-cost.ts'
export * from './coverage.ts'
export * from './deduction-score.ts'
export * from './department-deduction.ts'
export * from './department-rates.ts'
export * from './element-score.ts'
export * from './evaluation-cycle.ts'
export * from './exchange-deadline.ts'
export * from './execution-cap.ts'
export * from './execution-score.ts'
export * from './finance-evaluation.ts'
export * from './formula-score.ts'
export * from './framework-items.ts'
export * from './framework-weights.ts'
export * from './fund-rates.ts'
export * from './grade.ts'
export * from './item-score.ts'
export * from './likert-score.ts'
export * from './output-rates.ts'
export * from './over-deduction.ts'
export * from './place-aggregate.ts'
export {
  type IndicatorActual,
  type IndicatorTarget,
  OPERATORS,
  SCORING_METHODS,
  type ScoringMethod,
} from './row.ts'
export * from './rater-mean.ts'
export * from './row-score.ts'
export * from './sample-size.ts'
export * from './score-gap.ts'
export * from './recheck-sample.ts'
export * from './recheck-score.ts'
export * from './self-evaluation.ts'
export * from './self-form-weights.ts'
export * from './self-risk.ts'
export {
  type ScoreAdjustment,
  type SelfEvaluationInput,
  type SelfScore,
  scoreSelfEvaluation,
} from './self-score.ts'
export * from './timeliness.ts'
