import { checkArrangedTarget } from '../../domain/project/checks/index.ts'
import { targetSheet } from '../../domain/targets/index.ts'
import { findRecords } from '../../storage/record-repository.ts'
import { defineAct } from '../records/act.ts'

/** 退回修改: not while a budget stands on it; who arranges and who returns pass by the sheet one by one. */
export const returnTarget = defineAct(targetSheet, 'return', {
  gate: async (context, { record, project }) => {
    if (!project) return []
    const where = { jurisdictionId: record.jurisdictionId, projectId: project.id }
    const lines = await findRecords(context.db, { ...where, kind: 'project.budgetLine' })
    return checkArrangedTarget(lines.map(({ state }) => state))
  },
})
