import { acceptance, countyReport, integratedReport, selection } from '../../domain/pilot/index.ts'
import type { UseCase } from '../kernel/use-case.ts'
import { defineBegin } from '../records/begin-record.ts'
import type { StageModule } from '../records/stage-module.ts'
import {
  acceptPilot,
  inspectPilot,
  recheckPilot,
  refusePilot,
  requestAcceptance,
  resubmitAcceptance,
  returnAcceptance,
} from './accept-pilot.ts'
import { acceptanceBehaviour } from './acceptance-behaviour.ts'
import {
  approveCountyReport,
  approveIntegratedReport,
  approveStageReport,
  proposeCountyReport,
  proposeIntegratedReport,
  proposeStageReport,
} from './approve-reports.ts'
import { adoptionModule } from './adoption/index.ts'
import { boardModule } from './board/index.ts'
import { beginStageReport } from './begin-stage-report.ts'
import { countyReportBehaviour } from './county-report-behaviour.ts'

import { jointModule } from './joint/index.ts'
import { programmeModule } from './programme/index.ts'
import { exportAcceptance, scoreFile } from './export-acceptance.ts'
import { integratedReportBehaviour } from './integrated-report-behaviour.ts'
import {
  endorseSelection,
  returnCountyReport,
  returnIntegratedReport,
  returnSelection,
  returnStageReport,
} from './plain-acts.ts'
import { confirmSelection, proposeSelection } from './select-project.ts'
import { selectionBehaviour } from './selection-behaviour.ts'
import { stageReportBehaviour } from './stage-report-behaviour.ts'
import { viewCockpit } from './view-cockpit.ts'

export * from './board/index.ts'
export {
  acceptanceBehaviour,
  countyReportBehaviour,
  exportAcceptance,
  scoreFile,
  integratedReportBehaviour,
  selectionBehaviour,
  stageReportBehaviour,
  viewCockpit,
}

/** What stands beside the way of a project. */
const MORE: readonly StageModule[] = [programmeModule, adoptionModule, jointModule, boardModule]
export { tellStage } from './stage-story.ts'

export const pilotModule: StageModule = {
  behaviours: [
    selectionBehaviour,
    stageReportBehaviour,
    integratedReportBehaviour,
    countyReportBehaviour,
    acceptanceBehaviour,
    ...MORE.flatMap(({ behaviours }) => behaviours),
  ],
  begins: [
    defineBegin(selection, selectionBehaviour),
    beginStageReport,
    defineBegin(integratedReport, integratedReportBehaviour),
    defineBegin(countyReport, countyReportBehaviour),
    defineBegin(acceptance, acceptanceBehaviour),
    ...MORE.flatMap(({ begins }) => begins),
  ],
  acts: [
    proposeSelection,
    endorseSelection,
    confirmSelection,
    returnSelection,
    proposeStageReport,
    approveStageReport,
    returnStageReport,
    proposeIntegratedReport,
    approveIntegratedReport,
    returnIntegratedReport,
    proposeCountyReport,
    approveCountyReport,
    returnCountyReport,
    requestAcceptance,
    returnAcceptance,
    resubmitAcceptance,
    inspectPilot,
    acceptPilot,
    refusePilot,
    recheckPilot,
    ...MORE.flatMap(({ acts }) => acts),
  ],
  others: [
    ...([viewCockpit, exportAcceptance] as unknown as readonly UseCase[]),
    ...MORE.flatMap(({ others }) => others),
  ],
}

export { type CompletenessItem, countyReportItem, projectItems } from './completeness.ts'
export { loadCase } from './consistency/load-case.ts'
export { getPlaceProgress, getProjectProgress } from './project-progress.ts'
