import { checkPledge, conflictChecks } from '../../../domain/exante/checks/index.ts'
import { exanteScoreSheet } from '../../../domain/exante/index.ts'
import type { ExanteScoreSheetContent } from '../../../domain/forms/contents.ts'
import { found } from '../../../domain/shared/check.ts'
import type { Finding } from '../../../domain/shared/finding.ts'
import type { Context } from '../../kernel/context.ts'
import { defineAct } from '../../records/act.ts'
import type { RecordData } from '../../records/record-data.ts'
import { rulesOf } from '../../records/rules-of.ts'
import { requireScoring } from '../submit-scores.ts'
import { findOwnConflicts } from './own-conflicts.ts'

/** 签署承诺书: text, version and moment are frozen; only then do the score fields open. */
export const signPledge = defineAct(exanteScoreSheet, 'pledge', {
  gate: async (context, data) => {
    await requireScoring(context, data)
    return [...checkPledge(data.content as ExanteScoreSheetContent), ...(await ownConflicts(context, data))]
  },
})

/** What has come up about the expert since the panel was named. */
async function ownConflicts(context: Context, data: RecordData): Promise<Finding[]> {
  const { project, record } = data
  if (!project) return []
  const evaluationId = record.subjectId ?? undefined
  const conflicts = await findOwnConflicts(context, project, evaluationId, rulesOf(context, data))
  return conflicts.flatMap(({ ruleId, reason }) => {
    const header = conflictChecks.find(({ id }) => id === ruleId)
    const message = `系统核对到：${reason}。按规定应当回避，请办理“申报回避”。`
    return header ? [found(header, message, { section: 'conflict', field: 'hasConflict' })] : []
  })
}
