import type { DocumentBlocks } from '../../../src/domain/documents/block.ts'
import type { DocumentName } from '../../../src/domain/documents/document-name.ts'
import { type DocumentInputs, documentBuilders } from '../../../src/documents/index.ts'
import { agencyPledge, groupPledge } from './agency.ts'
import { blueprintBook } from './blueprint.ts'
import { evaluationReport } from './evaluation.ts'
import { exanteReport, materialsNotice } from './exante.ts'
import { expertDraw, expertOpinions, expertPledge } from './expert-panel.ts'
import { monitoringOpinion, monitoringReferral, monitoringSheet } from './monitoring.ts'
import { acceptanceDefects, acceptanceOpinion, acceptanceRefusal, countyReport, integratedReport, selectionForm, stageReport } from './pilot.ts'
import { meetingMinutes } from './joint-work.ts'
import { departmentWhole, policyTarget } from './office-targets.ts'
import {
  budgetDecision,
  disclosureNotice,
  disclosurePreview,
  rectificationChange,
  rectificationNotice,
  rectificationReferral,
  responsibilityList,
} from './results.ts'
import { selfEvaluation } from './self-evaluation.ts'
import { whatIfMemo } from './what-if.ts'
import { targetAdjustment, targetApproval, targetReview, targetSheet } from './targets.ts'
import { annualSummary, circular, specialReport } from './year-reports.ts'

/** One invented example of every document, about the same invented project. */
export const sampleInputs: DocumentInputs = {
  'selection-form': selectionForm,
  'exante-materials-notice': materialsNotice,
  'exante-report': exanteReport,
  'expert-draw': expertDraw,
  'expert-pledge': expertPledge,
  'expert-opinions': expertOpinions,
  'agency-pledge': agencyPledge,
  'group-pledge': groupPledge,
  'target-sheet': targetSheet,
  'target-approval': targetApproval,
  'target-review': targetReview,
  'department-whole-target': departmentWhole,
  'policy-target': policyTarget,
  'target-adjustment': targetAdjustment,
  'monitoring-sheet': monitoringSheet,
  'monitoring-opinion': monitoringOpinion,
  'monitoring-referral': monitoringReferral,
  'self-evaluation-form': selfEvaluation,
  'evaluation-report': evaluationReport,
  'rectification-notice': rectificationNotice,
  'rectification-change': rectificationChange,
  'rectification-referral': rectificationReferral,
  'responsibility-list': responsibilityList,
  'budget-decision': budgetDecision,
  'special-report': specialReport,
  circular,
  'annual-summary': annualSummary,
  'what-if-memo': whatIfMemo,
  'disclosure-notice': disclosureNotice,
  'disclosure-preview': disclosurePreview,
  'stage-report': stageReport,
  'integrated-report': integratedReport,
  'county-report': countyReport,
  'acceptance-opinion': acceptanceOpinion,
  'acceptance-refusal': acceptanceRefusal,
  'acceptance-defects': acceptanceDefects,
  'meeting-minutes': meetingMinutes,
  'blueprint-book': blueprintBook,
}

export function sampleDocument(name: DocumentName): DocumentBlocks {
  return (documentBuilders[name].build as (input: unknown) => DocumentBlocks)(sampleInputs[name])
}
