import { selfEvaluation } from '../../domain/evaluation/index.ts'
import type { EvaluationSelfContent } from '../../domain/forms/contents.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import type { Context } from '../kernel/context.ts'
import { type ActUseCase, defineAct } from '../records/act.ts'
import type { RecordData } from '../records/record-data.ts'
import { selfFigures, withSelfFigures } from './self-figures.ts'
import { reviewFindings } from './self-findings.ts'
import { withFreshFigures } from './store-figures.ts'

/** Points taken for targets set too low must name rows that can lose them. */
export async function overReviewGate(context: Context, data: RecordData): Promise<Finding[]> {
  return reviewFindings(data.content as EvaluationSelfContent, await selfFigures(context, data))
}

/** The total follows what the reviewer takes; what the unit filled in stays as it is. */
export function withReviewedTotal(act: ActUseCase): ActUseCase {
  return withFreshFigures(act, async (context, data) =>
    withSelfFigures(data.content, await selfFigures(context, data)),
  )
}

/** 审核通过: the department may have taken points where a target was set too low. */
export const reviewSelfEvaluation = withReviewedTotal(
  defineAct(selfEvaluation, 'review', { gate: overReviewGate }),
)
