import { acceptance, countyReport, integratedReport, selection } from '../../domain/pilot/index.ts'
import { defineBegin } from '../records/begin-record.ts'
import type { StageModule } from '../records/stage-module.ts'
import { acceptPilot, inspectPilot, requestAcceptance } from './accept-pilot.ts'
import { acceptanceBehaviour } from './acceptance-behaviour.ts'
import {
  approveCountyReport,
  approveIntegratedReport,
  approveStageReport,
  proposeCountyReport,
  proposeIntegratedReport,
  proposeStageReport,
} from './approve-reports.ts'
import { beginStageReport } from './begin-stage-report.ts'
import { countyReportBehaviour } from './county-report-behaviour.ts'

import { integratedReportBehaviour } from './integrated-report-behaviour.ts'
import {
  endorseSelection,
  returnAcceptance,
  returnCountyReport,
  returnIntegratedReport,
  returnSelection,
  returnStageReport,
} from './plain-acts.ts'
import { confirmSelection, proposeSelection } from './select-project.ts'
import { selectionBehaviour } from './selection-behaviour.ts'
import { stageReportBehaviour } from './stage-report-behaviour.ts'
import { viewCockpit } from './view-cockpit.ts'

export {
  acceptanceBehaviour,
  countyReportBehaviour,
  integratedReportBehaviour,
  selectionBehaviour,
  stageReportBehaviour,
  viewCockpit,
}

export const pilotModule: StageModule = {
  behaviours: [
    selectionBehaviour,
    stageReportBehaviour,
    integratedReportBehaviour,
    countyReportBehaviour,
    acceptanceBehaviour,
  ],
  begins: [
    defineBegin(selection, selectionBehaviour),
    beginStageReport,
    defineBegin(integratedReport, integratedReportBehaviour),
    defineBegin(countyReport, countyReportBehaviour),
    defineBegin(acceptance, acceptanceBehaviour),
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
    inspectPilot,
    acceptPilot,
    returnAcceptance,
  ],
  others: [viewCockpit],
}

export { type CompletenessItem, countyReportItem, projectItems } from './completeness.ts'
export { loadCase } from './consistency/load-case.ts'
export { getJurisdictionProgress, getProjectProgress } from './project-progress.ts'
