import { selfEvaluation } from '../../domain/evaluation/index.ts'
import type { EvaluationSelfContent } from '../../domain/forms/contents.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import type { Context } from '../kernel/context.ts'
import { type ActUseCase, defineAct } from '../records/act.ts'
import { getApprovedTarget } from '../records/approved-target.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { computeRecheck, RECHECKER_IN, recheckFindings, selfRisk, withRecheckTotal } from './recheck-self.ts'
import { selfFigures, withSelfFigures } from './self-figures.ts'
import { reviewFindings } from './self-findings.ts'
import { withFreshFigures } from './store-figures.ts'

/**
 * What a reviewer must have done: points taken for targets set too low name rows that can lose them,
 * rechecked scores fit their rows, and a form whose risk asks for it was looked at again.
 */
export async function reviewGate(context: Context, data: RecordData): Promise<Finding[]> {
  const content = data.content as EvaluationSelfContent
  const by = RECHECKER_IN[data.record.state]
  return [
    ...reviewFindings(content, await selfFigures(context, data)),
    ...(by && data.project ? recheckFindings(content, by, await riskOf(context, data)) : []),
  ]
}

/** The risk of a form as it stands, with the light of its project's last monitoring. */
export async function riskOf(context: Context, data: RecordData) {
  const { project } = data
  const indicators = project
    ? (await getApprovedTarget(context, project, data.record.createdAt)).indicators
    : []
  const content = data.content as EvaluationSelfContent
  return selfRisk(content, indicators, project?.light ?? null, rulesOf(context, data))
}

/** The totals follow what the reviewer takes or gives; what the unit filled in stays as it is. */
export function withReviewedTotal(act: ActUseCase): ActUseCase {
  return withFreshFigures(act, async (context, data) => {
    const content = withSelfFigures(data.content, await selfFigures(context, data))
    const by = RECHECKER_IN[data.record.state]
    if (!by || !data.project) return content
    const { indicators } = await getApprovedTarget(context, data.project, data.record.createdAt)
    const recheck = computeRecheck(content as EvaluationSelfContent, indicators, by, rulesOf(context, data))
    return withRecheckTotal(content, by, recheck)
  })
}

/** 审核通过: the department may have taken points where a target was set too low, and rechecked scores. */
export const reviewSelfEvaluation = withReviewedTotal(
  defineAct(selfEvaluation, 'review', { gate: reviewGate }),
)
