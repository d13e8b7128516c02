import { targetSheet } from '../../domain/targets/index.ts'
import { defineBegin } from '../records/begin-record.ts'
import type { StageModule } from '../records/stage-module.ts'
import { approveTarget } from './approve-target.ts'
import { declareTarget } from './declare-target.ts'
import { adviseTarget, returnTarget } from './plain-acts.ts'
import { publishTarget } from './publish-target.ts'
import { recheckTarget } from './recheck-target.ts'
import { refuseTarget } from './refuse-target.ts'
import { reviewTarget } from './review-target.ts'
import { targetSheetBehaviour } from './sheet-behaviour.ts'

export { targetSheetBehaviour }

/** 绩效目标: what the product mounts of it. */
export const targetsModule: StageModule = {
  behaviours: [targetSheetBehaviour],
  begins: [defineBegin(targetSheet, targetSheetBehaviour)],
  acts: [
    declareTarget,
    reviewTarget,
    adviseTarget,
    recheckTarget,
    approveTarget,
    publishTarget,
    returnTarget,
    refuseTarget,
  ],
  others: [],
}
