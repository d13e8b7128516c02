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
import { beginStageReport } from './begin-stage-report.ts'
import { countyReportBehaviour } from './county-report-behaviour.ts'

import { exportAcceptance } from './export-acceptance.ts'
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

export {
  acceptanceBehaviour,
  countyReportBehaviour,
  exportAcceptance,
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
    ...adoptionModule.behaviours,
  ],
  begins: [
    defineBegin(selection, selectionBehaviour),
    beginStageReport,
    defineBegin(integratedReport, integratedReportBehaviour),
    defineBegin(countyReport, countyReportBehaviour),
    defineBegin(acceptance, acceptanceBehaviour),
    ...adoptionModule.begins,
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
    ...adoptionModule.acts,
  ],
  others: [viewCockpit, exportAcceptance] as unknown as readonly UseCase[],
}
