import { checkMaterials } from '../../domain/exante/checks/index.ts'
import { exanteEvaluation } from '../../domain/exante/index.ts'
import { updateProjectSummary } from '../../storage/project-repository.ts'
import { defineAct } from '../records/act.ts'

const BEFORE_EXANTE = ['entered', 'selected']

/** 提交评估材料: the file is complete; from here on the project stands in its first stage. */
export const submitMaterials = defineAct(exanteEvaluation, 'submit', {
  gate: async (_context, { content }) => checkMaterials(content),
  effect: async (context, { project }) => {
    if (project && BEFORE_EXANTE.includes(project.status)) {
      await updateProjectSummary(context.db, project, { status: 'exante' })
    }
  },
})
