import { checkFindingPlan } from '../../domain/monitoring/checks/index.ts'
import { monitoringFinding } from '../../domain/monitoring/index.ts'
import type { MonitoringFindingContent } from '../../domain/forms/contents.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import type { Context } from '../kernel/context.ts'
import { defineAct } from '../records/act.ts'
import type { RecordData } from '../records/record-data.ts'
import { opinionFindings } from './finding-behaviour.ts'
import { roundOf } from './round-of.ts'
import { checkVerifiedAmount } from '../../domain/monitoring/checks/verified-amount.ts'

/** 提出整改和预算调剂意见. */
export const proposeOpinion = defineAct(monitoringFinding, 'propose', {
  gate: (context, data) => checkOpinion(context, data, false),
})

/** 审定并印发意见: pausing or stopping payment, like every other opinion, is the leader's to decide. */
export const notifyFinding = defineAct(monitoringFinding, 'notify', {
  gate: (context, data) => checkOpinion(context, data, true),
})

/** 提交整改方案: it ends by the day the opinion set. */
export const planRectification = defineAct(monitoringFinding, 'plan', {
  gate: async (_context, data) => checkFindingPlan(data.content as MonitoringFindingContent),
})

/** 核实通过. */
export const verifyRectification = defineAct(monitoringFinding, 'verify', {
  gate: async (_context, data) => checkVerifiedAmount(data.content as MonitoringFindingContent),
})

async function checkOpinion(context: Context, data: RecordData, isIssued: boolean): Promise<Finding[]> {
  const source = await roundOf(context, data.record.subjectId)
  return opinionFindings(context, data, source?.figures, isIssued)
}
