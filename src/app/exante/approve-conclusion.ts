import { exanteEvaluation } from '../../domain/exante/index.ts'
import { updateProjectSummary } from '../../storage/project-repository.ts'
import { defineAct } from '../records/act.ts'
import { leaderFindings } from './assess-evaluation.ts'
import { checkConclusion } from './conclude-evaluation.ts'
import { evaluationFigures } from './evaluation-figures.ts'

/** 审定评估结论: from here on the gate to the budget knows what may be arranged. */
export const approveConclusion = defineAct(exanteEvaluation, 'approve', {
  gate: async (context, data) => [
    ...(await checkConclusion(context, data)),
    ...(await leaderFindings(context, data)),
  ],
  effect: async (context, data) => {
    const { duty } = await evaluationFigures(context, data)
    if (data.project && duty?.isMajor && !data.project.isMajor) {
      await updateProjectSummary(context.db, data.project, { is_major: true })
    }
  },
})
