import { checkPledge, conflictChecks, findConflicts } from '../../../domain/exante/checks/index.ts'
import { exanteScoreSheet } from '../../../domain/exante/index.ts'
import type { ExanteExpertEntryContent, ExanteScoreSheetContent } from '../../../domain/forms/contents.ts'
import { found } from '../../../domain/shared/check.ts'
import type { Finding } from '../../../domain/shared/finding.ts'
import { findOwnExpertEntry } from '../../../storage/panel-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { defineAct } from '../../records/act.ts'
import type { RecordData } from '../../records/record-data.ts'
import { rulesOf } from '../../records/rules-of.ts'
import { requireScoring } from '../submit-scores.ts'
import { findExpertFacts, judgedProject } from './expert-facts.ts'

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
  const entry = await findOwnExpertEntry(context.db, project.jurisdictionId)
  const register = entry ? [{ content: entry as ExanteExpertEntryContent }] : []
  const [facts] = await findExpertFacts(context, project, [context.actor.personId], register, evaluationId)
  if (!facts) return []
  const judged = await judgedProject(context, project, evaluationId)
  return findConflicts(facts, judged, rulesOf(context, data)).flatMap(({ ruleId, reason }) => {
    const header = conflictChecks.find(({ id }) => id === ruleId)
    const message = `系统核对到：${reason}。按规定应当回避，请办理“申报回避”。`
    return header ? [found(header, message, { section: 'conflict', field: 'hasConflict' })] : []
  })
}
