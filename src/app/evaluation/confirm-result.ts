import { financeEvaluation } from '../../domain/evaluation/index.ts'
import type { EvaluationFinanceContent } from '../../domain/forms/contents.ts'
import { updateProjectSummary } from '../../storage/project-repository.ts'
import { defineAct } from '../records/act.ts'

/** 确认评价结果: the grade becomes the project's, and its use begins. */
export const confirmResult = defineAct(financeEvaluation, 'confirm', {
  effect: async (context, { project, content }) => {
    if (!project) return
    const grade = (content as EvaluationFinanceContent).grade ?? null
    await updateProjectSummary(context.db, project, { grade, status: 'results' })
  },
})
