import type { ResultsTaskContent } from '../../domain/forms/contents.ts'
import { owedBy, rectificationTask } from '../../domain/results/index.ts'
import { checkRecoveries, checkTaskPlan, checkTaskReport } from '../../domain/results/checks/index.ts'
import { computeRecovery } from '../../domain/results/compute/index.ts'
import { found, foundIf } from '../../domain/shared/check.ts'
import { daysBetween } from '../../domain/shared/dates.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { findFen } from '../../domain/shared/money.ts'
import type { Context } from '../kernel/context.ts'
import type { Assessment, RecordBehaviour } from '../records/behaviour.ts'
import type { RecordData } from '../records/record-data.ts'
import { RES_904, RES_905 } from '../../domain/results/gates.ts'
import { recoveringOf } from './recovering.ts'
import { referralDocument } from './task-documents.ts'
import { escalationOfTask } from './task-escalations.ts'

/** 整改任务: its first content comes from the notice that made it. */
export const taskBehaviour: RecordBehaviour = {
  kind: rectificationTask.kind,
  assess: assessTask,
  documents: { 'rectification-referral': referralDocument },
}

async function assessTask(context: Context, data: RecordData): Promise<Assessment> {
  const recovery = computeRecovery([recoveringOf(data)])
  const hasMoney = recovery.claimed_fen + recovery.recovered_fen > 0n
  const escalation = escalationOfTask(context, data)
  return {
    findings: [...checkTask(context, data), ...checkLateness(context, data)],
    explanations: {
      ...(hasMoney ? { recovery: recovery.explanation } : {}),
      ...(escalation?.level ? { escalation: escalation.explanation } : {}),
    },
    figures: {
      ...(hasMoney ? { recovery: recovery.explanation.result } : {}),
      ...(escalation?.level ? { escalation: escalation.explanation.result } : {}),
    },
  }
}

/** What must fit at the step the task stands at. */
export function checkTask(context: Context, { record, content }: RecordData): Finding[] {
  const task = content as ResultsTaskContent
  if (record.state === 'open') return checkTaskPlan(task)
  if (record.state === 'planned') return [...checkTaskReport(task, context.today), ...checkRecoveries(task)]
  return record.state === 'reviewed' ? checkVerifiedMoney(task) : []
}

function checkVerifiedMoney({ verifiedRecovered_fen, recovered_fen }: ResultsTaskContent): Finding[] {
  const verified = findFen(verifiedRecovered_fen)
  const reported = findFen(recovered_fen) ?? 0n
  const message = '核实收回资金大于单位报告的收回资金，请核对。'
  const where = { section: 'verification', field: 'verifiedRecovered_fen' }
  return foundIf(verified !== undefined && verified > reported, RES_904, message, where)
}

/** Shown from the first day after the deadline until somebody has verified the result. */
function checkLateness({ today }: Context, { record, content }: RecordData): Finding[] {
  const due = owedBy(record.state, content as ResultsTaskContent)
  if (!due || today <= due) return []
  const what = record.state === 'open' ? '报送整改措施' : '完成整改'
  const message = `应在${due}前${what}，已逾期${daysBetween(due, today)}天，请尽快办理。`
  return [found(RES_905, message)]
}
