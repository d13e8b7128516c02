import { listBlueprints } from '../../app/blueprint/index.ts'
import {
  addOrganisation,
  addPerson,
  handOverPost,
  listColleagues,
  listExperts,
  listInspections,
  listJurisdictions,
  listOrganisations,
  listPeople,
  readAudit,
} from '../../app/administration/index.ts'
import { handleFeedback, listFeedback } from '../../app/disclosure/feedback.ts'
import {
  decideWithdrawal,
  listPublications,
  proposeWithdrawal,
  viewPublication,
} from '../../app/disclosure/withdrawal/index.ts'
import { listExpertEntries, listRubrics, viewComparison, viewPanel } from '../../app/exante/index.ts'
import { listIndicators } from '../../app/indicators/list-indicators.ts'
import type { UseCase } from '../../app/kernel/use-case.ts'
import { listAgencies, viewCountyCosts } from '../../app/evaluation/index.ts'
import { viewSelfQuality } from '../../app/evaluation/quality/view-self-quality.ts'
import { recomputeSelfEvaluations } from '../../app/evaluation/recompute.ts'
import { viewReportCheck } from '../../app/evaluation/report/view-report-check.ts'
import {
  compareLedger,
  cosign,
  issueCheckpoint,
  listCheckpoints,
  listLeaves,
  viewWitnessRequest,
} from '../../app/ledger/index.ts'
import {
  publishRanking,
  uploadBoundary,
  viewBoundary,
  viewCalendar,
  viewCockpit,
  viewOwnRank,
  viewRanking,
  viewRegisters,
  viewSelectionBoard,
} from '../../app/pilot/index.ts'
import { openRecord, viewPlace, viewReport } from '../../app/oversight/index.ts'
import { followFigure } from '../../app/use-cases.ts'
import { listOutOfStep, listRounds } from '../../app/project/index.ts'
import { confirmReceipt, listReports } from '../../app/results/index.ts'
import { createProject, saveProject } from '../../app/projects/save-project.ts'
import { listDocuments } from '../../app/shell/list-documents.ts'
import { listTodos } from '../../app/shell/list-todos.ts'
import { search } from '../../app/shell/search.ts'
import { listTakeovers } from '../../app/exchange/index.ts'
import { viewForm } from '../../app/shell/view-form.ts'
import { viewMe } from '../../app/shell/view-me.ts'
import { viewRuleValues } from '../../app/shell/view-rule-values.ts'
import { viewRules } from '../../app/shell/view-rules.ts'
import { tryParameter } from '../../app/trial/try-parameter.ts'
import {
  changeIndicatorOwner,
  listIndicatorOwners,
  listOfficeTargets,
  listReviewQueue,
  listReviewFindings,
  listRevisionCandidates,
  proposeFromEvaluation,
} from '../../app/targets/index.ts'
import { dossier } from '../../app/use-cases.ts'
import type { Route } from './route.ts'

const table: readonly (readonly [Route['method'], string, unknown])[] = [
  ['GET', '/api/dossiers/projects/:projectId', dossier.viewProject],
  ['GET', '/api/dossiers/places/:jurisdiction', dossier.viewPlace],
  ['POST', '/api/dossiers/jobs', dossier.start],
  ['GET', '/api/dossiers/jobs/:jobId', dossier.job],
  ['POST', '/api/dossiers/jobs/:jobId/cancel', dossier.cancel],
  ['GET', '/api/me', viewMe],
  ['GET', '/api/todos', listTodos],
  ['GET', '/api/search', search],
  ['GET', '/api/inspections', listInspections],
  ['GET', '/api/documents', listDocuments],
  ['GET', '/api/exchange/takeovers', listTakeovers],
  ['GET', '/api/forms', viewForm],
  ['GET', '/api/rules', viewRules],
  ['GET', '/api/rules/values', viewRuleValues],
  ['POST', '/api/rules/try', tryParameter],
  ['POST', '/api/self-scores', recomputeSelfEvaluations],
  ['GET', '/api/evaluation/report-check', viewReportCheck],
  ['GET', '/api/evaluation/self-quality', viewSelfQuality],
  ['GET', '/api/indicators', listIndicators],
  ['GET', '/api/indicators/candidates', listRevisionCandidates],
  ['GET', '/api/targets/findings', listReviewFindings],
  ['POST', '/api/indicators/from-evaluation', proposeFromEvaluation],
  ['GET', '/api/cockpit', viewCockpit],
  ['GET', '/api/pilot/calendar', viewCalendar],
  ['GET', '/api/pilot/selection-board', viewSelectionBoard],
  ['GET', '/api/pilot/ranking', viewRanking],
  ['POST', '/api/pilot/ranking', publishRanking],
  ['GET', '/api/pilot/own-rank', viewOwnRank],
  ['GET', '/api/pilot/registers', viewRegisters],
  ['GET', '/api/pilot/boundary', viewBoundary],
  ['POST', '/api/pilot/boundary', uploadBoundary],
  ['POST', '/api/projects', createProject],
  ['PUT', '/api/projects/:projectId', saveProject],
  ['GET', '/api/jurisdictions', listJurisdictions],
  ['GET', '/api/organisations', listOrganisations],
  ['POST', '/api/organisations', addOrganisation],
  ['GET', '/api/people', listPeople],
  ['POST', '/api/people', addPerson],
  ['GET', '/api/experts', listExperts],
  ['GET', '/api/exante/expert-register', listExpertEntries],
  ['GET', '/api/evaluation/agencies', listAgencies],
  ['GET', '/api/evaluation/county-costs', viewCountyCosts],
  ['GET', '/api/exante/panel', viewPanel],
  ['GET', '/api/exante/rubrics', listRubrics],
  ['GET', '/api/blueprints', listBlueprints],
  ['GET', '/api/exante/comparison', viewComparison],
  ['GET', '/api/colleagues', listColleagues],
  ['GET', '/api/targets/owners', listIndicatorOwners],
  ['POST', '/api/targets/owners', changeIndicatorOwner],
  ['GET', '/api/targets/queue', listReviewQueue],
  ['GET', '/api/targets/offices', listOfficeTargets],
  ['GET', '/api/results/reports', listReports],
  ['POST', '/api/results/reports/:recordId/receipt', confirmReceipt],
  ['GET', '/api/results/feedback', listFeedback],
  ['POST', '/api/results/feedback', handleFeedback],
  ['GET', '/api/results/publications', listPublications],
  ['GET', '/api/results/publications/:publicationId', viewPublication],
  ['POST', '/api/results/withdrawals', proposeWithdrawal],
  ['POST', '/api/results/withdrawals/decision', decideWithdrawal],
  ['GET', '/api/oversight/place', viewPlace],
  ['GET', '/api/oversight/records/:recordId', openRecord],
  ['GET', '/api/oversight/reports/:recordId', viewReport],
  ['GET', '/api/oversight/reports/:recordId/figure', followFigure],
  ['GET', '/api/rounds', listRounds],
  ['GET', '/api/rounds/out-of-step', listOutOfStep],
  ['POST', '/api/posts/:postId/hand-over', handOverPost],
  ['GET', '/api/audit', readAudit],
  ['GET', '/api/ledger/leaves', listLeaves],
  ['GET', '/api/ledger/checkpoints', listCheckpoints],
  ['POST', '/api/ledger/checkpoints', issueCheckpoint],
  ['GET', '/api/ledger/witness-request', viewWitnessRequest],
  ['POST', '/api/ledger/cosignatures', cosign],
  ['GET', '/api/ledger/comparison', compareLedger],
]

/** Pages of the frame, projects and administration. */
export const shellRoutes: readonly Route[] = table.map(([method, url, useCase]) => ({
  method,
  url,
  useCase: useCase as UseCase,
}))
