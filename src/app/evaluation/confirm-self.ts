import { selfEvaluation } from '../../domain/evaluation/index.ts'
import { updateProjectSummary } from '../../storage/project-repository.ts'
import { defineAct } from '../records/act.ts'
import { reviewGate, withReviewedTotal } from './review-self.ts'

/** 确认自评结果: from here on the project is being evaluated. */
export const confirmSelfEvaluation = withReviewedTotal(
  defineAct(selfEvaluation, 'confirm', {
    gate: reviewGate,
    effect: async (context, { project }) => {
      if (project) await updateProjectSummary(context.db, project, { status: 'evaluation' })
    },
  }),
)
