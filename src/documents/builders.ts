import type { DocumentBlocks } from '../domain/documents/block.ts'
import { DOCUMENT_TITLES, type DocumentName } from '../domain/documents/document-name.ts'
import { buildAcceptanceDefects } from './acceptance-defects.ts'
import { buildAcceptanceOpinion, buildAcceptanceRefusal } from './acceptance-opinion.ts'
import { buildAgencyPledge } from './agency-pledge.ts'
import { buildAnnualSummary } from './annual-summary.ts'
import { buildBlueprintBook } from './blueprint-book.ts'
import { buildBudgetDecision } from './budget-decision.ts'
import { buildCircular } from './circular.ts'
import { buildCountyReport } from './county-report.ts'
import { buildDepartmentWhole } from './department-whole-target.ts'
import { buildDisclosureNotice } from './disclosure-notice.ts'
import { buildDisclosurePreview } from './disclosure-preview.ts'
import { buildEvaluationReport } from './evaluation-report.ts'
import { buildMaterialsNotice } from './exante-materials-notice.ts'
import { buildExanteReport } from './exante-report.ts'
import { buildExpertDraw } from './expert-draw.ts'
import { buildExpertOpinions } from './expert-opinions.ts'
import { buildExpertPledge } from './expert-pledge.ts'
import { buildGroupPledge } from './group-pledge.ts'
import { buildIntegratedReport } from './integrated-report.ts'
import { buildMeetingMinutes } from './meeting-minutes.ts'
import { buildMonitoringOpinion } from './monitoring-opinion.ts'
import { buildMonitoringReferral } from './monitoring-referral.ts'
import { buildMonitoringSheet } from './monitoring-sheet.ts'
import { buildPolicyTarget } from './policy-target.ts'
import { buildRectificationChange } from './rectification-change.ts'
import { buildRectificationNotice } from './rectification-notice.ts'
import { buildRectificationReferral } from './rectification-referral.ts'
import { buildResponsibilityList } from './responsibility-list.ts'
import { buildSelectionForm } from './selection-form.ts'
import { buildSelfEvaluationForm } from './self-evaluation-form.ts'
import { buildSpecialReport } from './special-report.ts'
import { buildStageReport } from './stage-report.ts'
import { buildTargetAdjustment } from './target-adjustment.ts'
import { buildTargetApproval } from './target-approval.ts'
import { buildTargetReview } from './target-review.ts'
import { buildTargetSheet } from './target-sheet.ts'
import { buildWhatIfMemo } from './what-if-memo.ts'

type Builder = { readonly title: string; readonly build: (input: never) => DocumentBlocks }

/** Every document by its name: finished values in, blocks out. */
export const documentBuilders = {
  'selection-form': builder('selection-form', buildSelectionForm),
  'exante-materials-notice': builder('exante-materials-notice', buildMaterialsNotice),
  'exante-report': builder('exante-report', buildExanteReport),
  'expert-draw': builder('expert-draw', buildExpertDraw),
  'expert-pledge': builder('expert-pledge', buildExpertPledge),
  'expert-opinions': builder('expert-opinions', buildExpertOpinions),
  'agency-pledge': builder('agency-pledge', buildAgencyPledge),
  'group-pledge': builder('group-pledge', buildGroupPledge),
  'target-sheet': builder('target-sheet', buildTargetSheet),
  'target-approval': builder('target-approval', buildTargetApproval),
  'target-review': builder('target-review', buildTargetReview),
  'department-whole-target': builder('department-whole-target', buildDepartmentWhole),
  'policy-target': builder('policy-target', buildPolicyTarget),
  'target-adjustment': builder('target-adjustment', buildTargetAdjustment),
  'monitoring-sheet': builder('monitoring-sheet', buildMonitoringSheet),
  'monitoring-opinion': builder('monitoring-opinion', buildMonitoringOpinion),
  'monitoring-referral': builder('monitoring-referral', buildMonitoringReferral),
  'self-evaluation-form': builder('self-evaluation-form', buildSelfEvaluationForm),
  'evaluation-report': builder('evaluation-report', buildEvaluationReport),
  'rectification-notice': builder('rectification-notice', buildRectificationNotice),
  'rectification-change': builder('rectification-change', buildRectificationChange),
  'rectification-referral': builder('rectification-referral', buildRectificationReferral),
  'responsibility-list': builder('responsibility-list', buildResponsibilityList),
  'budget-decision': builder('budget-decision', buildBudgetDecision),
  'what-if-memo': builder('what-if-memo', buildWhatIfMemo),
  'disclosure-notice': builder('disclosure-notice', buildDisclosureNotice),
  'disclosure-preview': builder('disclosure-preview', buildDisclosurePreview),
  'special-report': builder('special-report', buildSpecialReport),
  circular: builder('circular', buildCircular),
  'annual-summary': builder('annual-summary', buildAnnualSummary),
  'stage-report': builder('stage-report', buildStageReport),
  'integrated-report': builder('integrated-report', buildIntegratedReport),
  'county-report': builder('county-report', buildCountyReport),
  'acceptance-opinion': builder('acceptance-opinion', buildAcceptanceOpinion),
  'acceptance-refusal': builder('acceptance-refusal', buildAcceptanceRefusal),
  'acceptance-defects': builder('acceptance-defects', buildAcceptanceDefects),
  'meeting-minutes': builder('meeting-minutes', buildMeetingMinutes),
  'blueprint-book': builder('blueprint-book', buildBlueprintBook),
} satisfies Record<DocumentName, Builder>

/** What each document has to be told. */
export type DocumentInputs = {
  readonly [Name in DocumentName]: Parameters<(typeof documentBuilders)[Name]['build']>[0]
}

function builder<Input>(name: DocumentName, build: (input: Input) => DocumentBlocks) {
  return { title: DOCUMENT_TITLES[name], build }
}
