import type { Shape } from '../shape.ts'
import * as s from '../shape.ts'
import { dayCount, rubricItem } from './common.ts'

/** The catalogues of indicators: cost under output (88号、10号), or a level of its own (101号). */
const catalogueCode = s.choice('CATALOG_88_10', 'CATALOG_101')

/** Parameters of 绩效目标 and the shapes of their values. */
export const targetsShapes = {
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
} as const satisfies Readonly<Record<string, Shape>>
