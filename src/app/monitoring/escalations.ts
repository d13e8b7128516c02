import type { Role } from '../../domain/org/roles.ts'
import { findOverdueFindings } from '../../storage/monitoring-repository.ts'
import type { Context } from '../kernel/context.ts'
import { escalationOf, OWED } from './escalation-of.ts'

/** Who hears of which step: the section of the first, its leader of every further one too. */
const HEARS: Readonly<Partial<Record<Role, readonly string[]>>> = {
  finance_performance: ['section', 'leader', 'refer'],
  finance_leader: ['leader', 'refer'],
}

/** 整改逾期升级 as tasks: what is overdue by so many days that it concerns this post. */
export async function escalatedTodos(context: Context) {
  const steps = HEARS[context.actor.role]
  if (!steps) return []
  const rows = await findOverdueFindings(context.db, { states: OWED, before: context.today })
  return rows.flatMap(({ fiscalYear, state, ...row }) => {
    const { jurisdictionId, dueOn } = row
    const found = escalationOf(context, { record: { state, fiscalYear, jurisdictionId, content: { dueOn } } })
    if (!found?.level || !steps.includes(found.level)) return []
    return [{ ...row, task: found.explanation.result, isOverdue: true, nextHands: [] }]
  })
}
