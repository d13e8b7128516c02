import { administrationUseCases } from './administration/index.ts'
import { attachmentUseCases } from './attachments/index.ts'
import { batchUseCases } from './batch/index.ts'
import { blueprintModule } from './blueprint/index.ts'
import { evaluationModule } from './evaluation/index.ts'
import { handleFeedback, listFeedback } from './disclosure/feedback.ts'
import { withdrawalUseCases } from './disclosure/withdrawal/index.ts'
import { exchangeUseCases } from './exchange/index.ts'
import { listExports } from './lists/index.ts'
import { exanteModule } from './exante/index.ts'
import { intakeUseCases } from './intake/index.ts'
import { exportIndicators } from './indicators/export-indicators.ts'
import { listIndicators } from './indicators/list-indicators.ts'
import type { UseCase } from './kernel/use-case.ts'
import { ledgerUseCases } from './ledger/index.ts'
import { defineOversight, oversightUseCases } from './oversight/index.ts'
import { monitoringModule } from './monitoring/index.ts'
import { offlineUseCases } from './offline/index.ts'
import { pilotModule } from './pilot/index.ts'
import { projectModule } from './project/index.ts'
import { exportProjects } from './projects/export-projects.ts'
import { createProject, saveProject } from './projects/save-project.ts'
import type { RecordBehaviour } from './records/behaviour.ts'
import { defineDossier } from './dossier/index.ts'
import { definePrintDocument } from './records/print-document.ts'
import { saveDraft } from './records/save-draft.ts'
import type { StageModule } from './records/stage-module.ts'
import { defineViewRecord } from './records/view-record.ts'
import { resultsModule } from './results/index.ts'
import { listDocuments } from './shell/list-documents.ts'
import { listTodos } from './shell/list-todos.ts'
import { search } from './shell/search.ts'
import { viewForm } from './shell/view-form.ts'
import { viewMe } from './shell/view-me.ts'
import { viewRuleValues } from './shell/view-rule-values.ts'
import { viewRules } from './shell/view-rules.ts'
import { targetsModule } from './targets/index.ts'
import { tryParameter } from './trial/try-parameter.ts'

/** The stages in the order of the plan. */
export const STAGE_MODULES: readonly StageModule[] = [
  projectModule,
  exanteModule,
  targetsModule,
  monitoringModule,
  evaluationModule,
  resultsModule,
  pilotModule,
  blueprintModule,
]

export const BEHAVIOURS: ReadonlyMap<string, RecordBehaviour> = new Map(
  STAGE_MODULES.flatMap((module) => module.behaviours.map((behaviour) => [behaviour.kind, behaviour])),
)

export const ACTS = STAGE_MODULES.flatMap((module) => module.acts)
export const BEGINS = STAGE_MODULES.flatMap((module) => module.begins)

export const viewRecord = defineViewRecord(BEHAVIOURS)
export const printDocument = definePrintDocument(BEHAVIOURS)
export const dossier = defineDossier(BEHAVIOURS)
export const { followFigure, downloadPackage } = defineOversight(BEHAVIOURS)

/** Everything a person can do, page or command; the policy table and the routes are made from it. */
export const USE_CASES: readonly UseCase[] = [
  viewMe,
  listTodos,
  search,
  listDocuments,
  viewForm,
  viewRules,
  viewRuleValues,
  tryParameter,
  listIndicators,
  exportIndicators,
  createProject,
  saveProject,
  exportProjects,
  viewRecord,
  saveDraft,
  printDocument,
  ...attachmentUseCases,
  ...intakeUseCases,
  ...offlineUseCases,
  ...batchUseCases,
  ...exchangeUseCases,
  ...listExports,
  listFeedback,
  handleFeedback,
  ...withdrawalUseCases,
  ...ledgerUseCases,
  ...oversightUseCases,
  followFigure,
  downloadPackage,
  ...administrationUseCases,
  ...Object.values(dossier),
  ...BEGINS,
  ...ACTS,
  ...STAGE_MODULES.flatMap((module) => module.others),
] as readonly UseCase[]
