import { monitoringFinding, monitoringRound } from '../../domain/monitoring/index.ts'
import { defineAct } from '../records/act.ts'
import { keepOverview } from './keep-overview.ts'

/** Acts that only move the record: the workflow table says all there is to say about them. */
export const reviewRound = defineAct(monitoringRound, 'review', { effect: keepOverview })
export const returnRound = defineAct(monitoringRound, 'return')
export const returnFinding = defineAct(monitoringFinding, 'return')
export const reopenFinding = defineAct(monitoringFinding, 'reopen')
export const reportRectification = defineAct(monitoringFinding, 'report')
export const closeFinding = defineAct(monitoringFinding, 'close')
export const referFinding = defineAct(monitoringFinding, 'refer')
export const acknowledgeReferral = defineAct(monitoringFinding, 'acknowledge')
