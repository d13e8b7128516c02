import { monitoringFinding, monitoringRound } from '../../domain/monitoring/index.ts'
import { updateProjectSummary } from '../../storage/project-repository.ts'
import { defineAct } from '../records/act.ts'
import { beginRecord } from '../records/begin-record.ts'
import { findingBehaviour } from './finding-behaviour.ts'
import { keepOverview } from './keep-overview.ts'
import { roundFigures } from './round-figures.ts'
import { storeLight } from './store-light.ts'
import { conclusionFindings, findRoundFindings, needsFinding } from './round-findings.ts'

/**
 * 形成监控结论: the light becomes the project's; yellow and red open a finding, so that no deviation
 * is left without somebody who follows it up.
 */
export const concludeRound = defineAct(monitoringRound, 'conclude', {
  gate: async (context, data) => {
    const figures = await roundFigures(context, data)
    return figures ? conclusionFindings(context, data, figures) : []
  },
  effect: async (context, data) => {
    const { project, record } = data
    const figures = await roundFigures(context, data)
    if (!project || !figures) return
    await keepOverview(context, data)
    const { light } = figures.round
    await storeLight(context, data, figures)
    await updateProjectSummary(context.db, project, { light })
    context.changed(
      { kind: 'project', id: project.id, projectId: project.id, jurisdictionId: project.jurisdictionId },
      [{ field: 'light', from: project.light, to: light }],
    )
    if (!needsFinding(figures) || (await findRoundFindings(context, data)).length > 0) return
    await beginRecord(context, monitoringFinding, findingBehaviour, { project, subjectId: record.id })
  },
})
