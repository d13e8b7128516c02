import type { ResultsFollowUpContent } from '../../domain/forms/contents.ts'
import { applicationFollowUp } from '../../domain/results/index.ts'
import { checkFollowUp } from '../../domain/results/checks/index.ts'
import { findDueFollowUps } from '../../storage/rectification-repository.ts'
import type { Context } from '../kernel/context.ts'
import { defineAct } from '../records/act.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'

/** 结果应用跟踪问效: its first content comes from the notice that closed. */
export const followUpBehaviour: RecordBehaviour = {
  kind: applicationFollowUp.kind,
  assess: async ({ today }, { record, content }) => ({
    findings: record.state === 'scheduled' ? checkFollowUp(content as ResultsFollowUpContent, today) : [],
    explanations: {},
    figures: {},
  }),
}

/** 报告整改成效: from its day on. */
export const reportFollowUp = defineAct(applicationFollowUp, 'report', {
  gate: async ({ today }, { content }) => checkFollowUp(content as ResultsFollowUpContent, today),
})

/** 核查成效. */
export const assessFollowUp = defineAct(applicationFollowUp, 'assess')

/** 退回补充. */
export const returnFollowUp = defineAct(applicationFollowUp, 'return')

/** What each post is told when the day of a follow-up has come. */
const DUE_TASKS: Readonly<Record<string, string>> = {
  unit: '报告整改成效',
  finance_performance: '催报整改成效',
}

/** Follow-ups whose day has come as tasks of whoever has to report, and of whoever asks for it. */
export async function dueFollowUps(context: Context) {
  const task = DUE_TASKS[context.actor.role]
  if (!task) return []
  const rows = await findDueFollowUps(context.db, context.today)
  return rows.map((row) => ({ ...row, task, isOverdue: row.dueOn < context.today, nextHands: [] }))
}
