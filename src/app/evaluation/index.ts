import { departmentEvaluation, financeEvaluation, selfEvaluation } from '../../domain/evaluation/index.ts'
import { defineBegin } from '../records/begin-record.ts'
import type { StageModule } from '../records/stage-module.ts'
import { agencyModule, listAgencies } from './agency/index.ts'
import {
  assignAgency,
  assignForDepartment,
  withdrawCommission,
  withdrawForDepartment,
} from './assign-agency.ts'
import { closeEvaluation } from './close-evaluation.ts'
import { confirmForDepartment, confirmResult, fileDepartmentEvaluation } from './confirm-result.ts'
import { confirmSelfEvaluation } from './confirm-self.ts'
import { consultUnit, consultUnitForDepartment } from './consult-unit.ts'
import { finaliseForDepartment, finaliseReport } from './finalise-report.ts'
import { viewCountyCosts } from './county-costs.ts'
import { departmentBehaviour, financeBehaviour } from './finance-behaviour.ts'
import { returnDepartmentEvaluation, returnFinanceEvaluation, returnSelfEvaluation } from './plain-acts.ts'
import { viewSelfQuality } from './quality/view-self-quality.ts'
import { recomputeSelfEvaluations } from './recompute.ts'
import { replyConsultation, replyToDepartment } from './reply-consultation.ts'
import { viewReportCheck } from './report/view-report-check.ts'
import { reviewSelfEvaluation } from './review-self.ts'
import { selfBehaviour } from './self-behaviour.ts'
import { submitSelfEvaluation } from './submit-self.ts'

export { financeBehaviour, listAgencies, selfBehaviour, viewCountyCosts, viewReportCheck }

export const evaluationModule: StageModule = {
  behaviours: [selfBehaviour, financeBehaviour, departmentBehaviour, ...agencyModule.behaviours],
  begins: [
    defineBegin(selfEvaluation, selfBehaviour),
    defineBegin(financeEvaluation, financeBehaviour),
    defineBegin(departmentEvaluation, departmentBehaviour),
    ...agencyModule.begins,
  ],
  acts: [
    submitSelfEvaluation,
    reviewSelfEvaluation,
    confirmSelfEvaluation,
    returnSelfEvaluation,
    assignAgency,
    withdrawCommission,
    consultUnit,
    replyConsultation,
    finaliseReport,
    confirmResult,
    returnFinanceEvaluation,
    closeEvaluation,
    assignForDepartment,
    withdrawForDepartment,
    consultUnitForDepartment,
    replyToDepartment,
    finaliseForDepartment,
    confirmForDepartment,
    returnDepartmentEvaluation,
    fileDepartmentEvaluation,
    ...agencyModule.acts,
  ],
  others: [
    recomputeSelfEvaluations,
    viewCountyCosts,
    viewReportCheck,
    viewSelfQuality,
    ...agencyModule.others,
  ],
}
