import { monitoringFinding } from '../../domain/monitoring/index.ts'
import { defineAct } from '../records/act.ts'

export const proposeOpinion = defineAct(monitoringFinding, 'propose')
export const notifyFinding = defineAct(monitoringFinding, 'notify')
export const planRectification = defineAct(monitoringFinding, 'plan')
export const reportRectification = defineAct(monitoringFinding, 'report')
export const verifyRectification = defineAct(monitoringFinding, 'verify')
export const closeFinding = defineAct(monitoringFinding, 'close')
