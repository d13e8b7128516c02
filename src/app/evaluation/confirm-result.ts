import { financeEvaluation } from '../../domain/evaluation/index.ts'
import { EVA_013 } from '../../domain/evaluation/compute/index.ts'
import type { EvaluationFinanceContent } from '../../domain/forms/contents.ts'
import { foundIf } from '../../domain/shared/check.ts'
import { updateProjectSummary } from '../../storage/project-repository.ts'
import { defineAct } from '../records/act.ts'

/** 确认评价结果: the grade of the final report becomes the project's, and its use begins. */
export const confirmResult = defineAct(financeEvaluation, 'confirm', {
  gate: async (_context, { content }) =>
    foundIf(
      !(content as EvaluationFinanceContent).grade,
      EVA_013,
      '正式报告还没有总分和等级，请退回第三方补充评分。',
      { section: 'scores', field: 'grade' },
      'error',
    ),
  effect: async (context, { project, content }) => {
    if (!project) return
    const grade = (content as EvaluationFinanceContent).grade ?? null
    await updateProjectSummary(context.db, project, { grade, status: 'results' })
    const { id, jurisdictionId } = project
    context.changed({ kind: 'project', id, projectId: id, jurisdictionId }, [
      { field: 'grade', from: project.grade, to: grade },
    ])
  },
})
