import { financeEvaluation, selfEvaluation } from '../../domain/evaluation/index.ts'
import { defineBegin } from '../records/begin-record.ts'
import type { StageModule } from '../records/stage-module.ts'
import { assignAgency } from './assign-agency.ts'
import { closeEvaluation } from './close-evaluation.ts'
import { confirmResult } from './confirm-result.ts'
import { confirmSelfEvaluation } from './confirm-self.ts'
import { consultUnit } from './consult-unit.ts'
import { finaliseReport } from './finalise-report.ts'
import { financeBehaviour } from './finance-behaviour.ts'
import { returnFinanceEvaluation, returnSelfEvaluation } from './plain-acts.ts'
import { viewSelfQuality } from './quality/view-self-quality.ts'
import { recomputeSelfEvaluations } from './recompute.ts'
import { replyConsultation } from './reply-consultation.ts'
import { viewReportCheck } from './report/view-report-check.ts'
import { reviewSelfEvaluation } from './review-self.ts'
import { selfBehaviour } from './self-behaviour.ts'
import { submitSelfEvaluation } from './submit-self.ts'

export { financeBehaviour, selfBehaviour, viewReportCheck }

export const evaluationModule: StageModule = {
  behaviours: [selfBehaviour, financeBehaviour],
  begins: [defineBegin(selfEvaluation, selfBehaviour), defineBegin(financeEvaluation, financeBehaviour)],
  acts: [
    submitSelfEvaluation,
    reviewSelfEvaluation,
    confirmSelfEvaluation,
    returnSelfEvaluation,
    assignAgency,
    consultUnit,
    replyConsultation,
    finaliseReport,
    confirmResult,
    returnFinanceEvaluation,
    closeEvaluation,
  ],
  others: [recomputeSelfEvaluations, viewReportCheck, viewSelfQuality],
}
