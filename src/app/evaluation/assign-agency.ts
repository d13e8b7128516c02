import { financeEvaluation } from '../../domain/evaluation/index.ts'
import type { EvaluationFinanceContent } from '../../domain/forms/contents.ts'
import { insertAssignment } from '../../storage/assignment-repository.ts'
import { defineAct } from '../records/act.ts'
import { checkCommission } from './commission.ts'

/** 委托第三方评价: from here on the institution sees this project, and writes its evaluation. */
export const assignAgency = defineAct(financeEvaluation, 'assign', {
  gate: async (context, { project, content }) => {
    return project ? checkCommission(context, project, (content as EvaluationFinanceContent).agency) : []
  },
  effect: async (context, { record, project, content }) => {
    const { agency } = content as EvaluationFinanceContent
    if (!project || !agency) return
    await insertAssignment(context.db, {
      jurisdictionId: record.jurisdictionId,
      id: context.newId(),
      projectId: project.id,
      recordId: record.id,
      organisationId: agency,
    })
    context.changed(
      { kind: 'assignment', id: record.id, projectId: project.id, jurisdictionId: record.jurisdictionId },
      [{ field: 'agency', from: null, to: agency }],
    )
  },
})
