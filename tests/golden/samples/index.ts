import type { DocumentBlocks } from '../../../src/domain/documents/block.ts'
import type { DocumentName } from '../../../src/domain/documents/document-name.ts'
import { documentBuilders as build } from '../../../src/documents/index.ts'
import { evaluationReport } from './evaluation.ts'
import { exanteReport } from './exante.ts'
import { monitoringOpinion, monitoringSheet } from './monitoring.ts'
import { acceptanceOpinion, countyReport, integratedReport, selectionForm, stageReport } from './pilot.ts'
import { budgetDecision, disclosureNotice, rectificationNotice } from './results.ts'
import { selfEvaluation } from './self-evaluation.ts'
import { targetApproval, targetSheet } from './targets.ts'

/** One invented example of every document, about the same invented project. */
export const sampleDocuments: Readonly<Record<DocumentName, () => DocumentBlocks>> = {
  'selection-form': () => build['selection-form'].build(selectionForm),
  'exante-report': () => build['exante-report'].build(exanteReport),
  'target-sheet': () => build['target-sheet'].build(targetSheet),
  'target-approval': () => build['target-approval'].build(targetApproval),
  'monitoring-sheet': () => build['monitoring-sheet'].build(monitoringSheet),
  'monitoring-opinion': () => build['monitoring-opinion'].build(monitoringOpinion),
  'self-evaluation-form': () => build['self-evaluation-form'].build(selfEvaluation),
  'evaluation-report': () => build['evaluation-report'].build(evaluationReport),
  'rectification-notice': () => build['rectification-notice'].build(rectificationNotice),
  'budget-decision': () => build['budget-decision'].build(budgetDecision),
  'disclosure-notice': () => build['disclosure-notice'].build(disclosureNotice),
  'stage-report': () => build['stage-report'].build(stageReport),
  'integrated-report': () => build['integrated-report'].build(integratedReport),
  'county-report': () => build['county-report'].build(countyReport),
  'acceptance-opinion': () => build['acceptance-opinion'].build(acceptanceOpinion),
}
