import type { Role } from '../../domain/org/roles.ts'
import { OWED_DAYS, owedBy } from '../../domain/results/index.ts'
import { computeTaskEscalation, type EscalationLevel } from '../../domain/results/compute/index.ts'
import { findOverdueTasks } from '../../storage/rectification-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from '../records/record-data.ts'

/** Who hears of which step: whoever it goes up to, of that step and every further one. */
const HEARS: Readonly<Partial<Record<Role, readonly EscalationLevel[]>>> = {
  unit: ['reminder', 'department', 'leader', 'circular'],
  department: ['department', 'leader', 'circular'],
  finance_performance: ['reminder', 'department', 'leader', 'circular'],
  finance_leader: ['leader', 'circular'],
}

type Owing = Pick<RecordData['record'], 'state' | 'content' | 'jurisdictionId' | 'fiscalYear'>

/** How far an overdue task has gone up; nothing where the unit owes nothing or no day is known. */
export function escalationOfTask(
  context: Pick<Context, 'rules' | 'today'>,
  { record }: { readonly record: Owing },
) {
  const dueOn = owedBy(record.state, record.content)
  if (!dueOn) return undefined
  const { jurisdictionId: jurisdiction, fiscalYear } = record
  const rules = context.rules.at({ date: context.today, jurisdiction, fiscalYear })
  return computeTaskEscalation({ dueOn, today: context.today }, rules)
}

/** 评价问题整改逾期升级 as tasks: what is overdue by so many days that it concerns this post. */
export async function escalatedTasks(context: Context) {
  const levels = HEARS[context.actor.role]
  if (!levels) return []
  const rows = await findOverdueTasks(context.db, { owed: OWED_DAYS, before: context.today })
  return rows.flatMap(({ fiscalYear, state, planDueOn, completionDueOn, ...row }) => {
    const content = {
      ...(planDueOn ? { planDueOn } : {}),
      ...(completionDueOn ? { completionDueOn } : {}),
    }
    const found = escalationOfTask(context, {
      record: { state, fiscalYear, jurisdictionId: row.jurisdictionId, content },
    })
    if (!found?.level || !levels.includes(found.level)) return []
    const dueOn = owedBy(state, content) ?? null
    return [{ ...row, dueOn, task: found.explanation.result, isOverdue: true, nextHands: [] }]
  })
}
