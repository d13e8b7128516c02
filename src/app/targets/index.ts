import { targetSheet } from '../../domain/targets/index.ts'
import { defineBegin } from '../records/begin-record.ts'
import type { StageModule } from '../records/stage-module.ts'
import {
  approveAdjustment,
  beginAdjustment,
  declareAdjustment,
  recheckAdjustment,
  refuseAdjustment,
  returnAdjustment,
  reviewAdjustment,
  withdrawAdjustment,
} from './adjustment-acts.ts'
import { adjustmentBehaviour } from './adjustment-behaviour.ts'
import { approveLibraryChange, proposeLibraryChange } from './approve-library-change.ts'
import { approveTarget } from './approve-target.ts'
import { beginLibraryChange } from './begin-library-change.ts'
import { declareTarget } from './declare-target.ts'
import { listReviewQueue } from './list-review-queue.ts'
import { libraryChangeBehaviour } from './library-change-behaviour.ts'
import { changeIndicatorOwner } from './change-owner.ts'
import { beginDepartmentWhole, beginPolicyTarget } from './begin-office-target.ts'
import { departmentWholeActs, policyTargetActs } from './office-acts.ts'
import { departmentWholeBehaviour, policyTargetBehaviour } from './office-behaviours.ts'
import { listOfficeTargets } from './list-office-targets.ts'
import { listIndicatorOwners } from './list-owners.ts'
import { listRevisionCandidates } from './list-revision-candidates.ts'
import {
  adviseTarget,
  refuseLibraryChange,
  returnLibraryChange,
  withdrawLibraryChange,
} from './plain-acts.ts'
import { proposeFromEvaluation } from './propose-from-evaluation.ts'
import { checkTargetDisclosure, publishTarget } from './publish-target.ts'
import { recheckTarget } from './recheck-target.ts'
import { refuseTarget } from './refuse-target.ts'
import { returnTarget } from './return-target.ts'
import {
  beginReviewFinding,
  listReviewFindings,
  reviewFindingActs,
  reviewFindingBehaviour,
} from './review-findings.ts'
import { reviewTarget } from './review-target.ts'
import { targetSheetBehaviour } from './sheet-behaviour.ts'

export {
  listReviewFindings,
  listOfficeTargets,
  changeIndicatorOwner,
  listIndicatorOwners,
  listReviewQueue,
  listRevisionCandidates,
  proposeFromEvaluation,
  targetSheetBehaviour,
}

/** 绩效目标: what the product mounts of it. */
export const targetsModule: StageModule = {
  behaviours: [
    targetSheetBehaviour,
    reviewFindingBehaviour,
    adjustmentBehaviour,
    departmentWholeBehaviour,
    policyTargetBehaviour,
    libraryChangeBehaviour,
  ],
  begins: [
    defineBegin(targetSheet, targetSheetBehaviour),
    beginReviewFinding,
    beginAdjustment,
    beginDepartmentWhole,
    beginPolicyTarget,
    beginLibraryChange,
  ],
  acts: [
    declareTarget,
    reviewTarget,
    adviseTarget,
    recheckTarget,
    approveTarget,
    checkTargetDisclosure,
    publishTarget,
    returnTarget,
    refuseTarget,
    ...reviewFindingActs,
    ...departmentWholeActs,
    ...policyTargetActs,
    declareAdjustment,
    reviewAdjustment,
    recheckAdjustment,
    approveAdjustment,
    returnAdjustment,
    refuseAdjustment,
    withdrawAdjustment,
    proposeLibraryChange,
    approveLibraryChange,
    returnLibraryChange,
    refuseLibraryChange,
    withdrawLibraryChange,
  ],
  others: [
    listReviewFindings,
    listOfficeTargets,
    listReviewQueue,
    listRevisionCandidates,
    proposeFromEvaluation,
    listIndicatorOwners,
    changeIndicatorOwner,
  ],
}
