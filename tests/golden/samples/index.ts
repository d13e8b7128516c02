import { buildMonitoringOpinion } from '../../../src/documents/monitoring-opinion.ts'
import { buildMonitoringSheet } from '../../../src/documents/monitoring-sheet.ts'
import { buildSelfEvaluationForm } from '../../../src/documents/self-evaluation-form.ts'
import { buildTargetApproval } from '../../../src/documents/target-approval.ts'
import { buildTargetSheet } from '../../../src/documents/target-sheet.ts'
import { monitoringOpinion, monitoringSheet } from './monitoring.ts'
import { selfEvaluation } from './self-evaluation.ts'
import { targetApproval, targetSheet } from './targets.ts'

export const sampleDocuments = {
  'target-sheet': () => buildTargetSheet(targetSheet),
  'target-approval': () => buildTargetApproval(targetApproval),
  'monitoring-sheet': () => buildMonitoringSheet(monitoringSheet),
  'monitoring-opinion': () => buildMonitoringOpinion(monitoringOpinion),
  'self-evaluation-form': () => buildSelfEvaluationForm(selfEvaluation),
}
