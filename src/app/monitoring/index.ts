import { monitoringFinding, monitoringRound } from '../../domain/monitoring/index.ts'
import { defineBegin } from '../records/begin-record.ts'
import type { StageModule } from '../records/stage-module.ts'
import { concludeRound } from './conclude-round.ts'
import { findingBehaviour } from './finding-behaviour.ts'
import { notifyFinding, planRectification, proposeOpinion, verifyRectification } from './handle-finding.ts'
import {
  acknowledgeReferral,
  closeFinding,
  referFinding,
  reopenFinding,
  reportRectification,
  returnFinding,
  returnRound,
  reviewRound,
} from './plain-acts.ts'
import { roundBehaviour } from './round-behaviour.ts'
import { submitRound } from './submit-round.ts'
import { makeUpdateLinks } from './own/make-links.ts'
import { updateOwnIndicators } from './own/update-own.ts'
import { viewOwnIndicators } from './own/view-own.ts'
import { issueRounds, planRounds } from './issue-rounds.ts'
import { listPaymentHolds } from './list-payment-holds.ts'
import { viewOutlook } from './view-outlook.ts'

export { escalatedTodos } from './escalations.ts'
export {
  issueRounds,
  listPaymentHolds,
  makeUpdateLinks,
  planRounds,
  updateOwnIndicators,
  viewOutlook,
  viewOwnIndicators,
}

export { findingBehaviour, roundBehaviour }

export const monitoringModule: StageModule = {
  behaviours: [roundBehaviour, findingBehaviour],
  begins: [defineBegin(monitoringRound, roundBehaviour), defineBegin(monitoringFinding, findingBehaviour)],
  acts: [
    submitRound,
    reviewRound,
    concludeRound,
    returnRound,
    proposeOpinion,
    notifyFinding,
    planRectification,
    reportRectification,
    verifyRectification,
    reopenFinding,
    closeFinding,
    returnFinding,
    referFinding,
    acknowledgeReferral,
  ],
  others: [
    viewOutlook,
    planRounds,
    issueRounds,
    listPaymentHolds,
    makeUpdateLinks,
    viewOwnIndicators,
    updateOwnIndicators,
  ] as unknown as StageModule['others'],
}
