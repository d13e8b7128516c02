import { departmentEvaluation, financeEvaluation, selfEvaluation } from '../../domain/evaluation/index.ts'
import { defineBegin } from '../records/begin-record.ts'
import type { StageModule } from '../records/stage-module.ts'
import { agencyModule, listAgencies } from './agency/index.ts'
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
import { ownModule } from './own/index.ts'
import { reviewSelfEvaluation } from './review-self.ts'
import { selfBehaviour } from './self-behaviour.ts'
import {
  startEvaluation,
  startForDepartment,
  withdrawEvaluation,
  withdrawForDepartment,
} from './start-evaluation.ts'
import { submitSelfEvaluation } from './submit-self.ts'

export { financeBehaviour, listAgencies, selfBehaviour, viewCountyCosts, viewReportCheck }

export const evaluationModule: StageModule = {
  behaviours: [
    selfBehaviour,
    financeBehaviour,
    departmentBehaviour,
    ...ownModule.behaviours,
    ...agencyModule.behaviours,
  ],
  begins: [
    defineBegin(selfEvaluation, selfBehaviour),
    defineBegin(financeEvaluation, financeBehaviour),
    defineBegin(departmentEvaluation, departmentBehaviour),
    ...ownModule.begins,
    ...agencyModule.begins,
  ],
  acts: [
    submitSelfEvaluation,
    reviewSelfEvaluation,
    confirmSelfEvaluation,
    returnSelfEvaluation,
    startEvaluation,
    withdrawEvaluation,
    consultUnit,
    replyConsultation,
    finaliseReport,
    confirmResult,
    returnFinanceEvaluation,
    closeEvaluation,
    startForDepartment,
    withdrawForDepartment,
    consultUnitForDepartment,
    replyToDepartment,
    finaliseForDepartment,
    confirmForDepartment,
    returnDepartmentEvaluation,
    fileDepartmentEvaluation,
    ...ownModule.acts,
    ...agencyModule.acts,
  ],
  others: [
    recomputeSelfEvaluations,
    viewCountyCosts,
    viewReportCheck,
    viewSelfQuality,
    ...ownModule.others,
    ...agencyModule.others,
  ],
}
