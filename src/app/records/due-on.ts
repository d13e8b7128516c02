import { addDays, type DateText } from '../../domain/shared/dates.ts'
import { computeTargetDisclosureDeadline } from '../../domain/targets/compute/index.ts'
import type { Content } from '../../domain/forms/form.ts'
import { type DueField, step } from '../../domain/workflow/workflow.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from './record-data.ts'

/**
 * The day by which a record is due after an act of today: by the rule that fixes the term of the state it
 * comes to, or by the days the workflow gives. An act that is only called for moves no legal term.
 */
export function dueOnAfter(context: Context, data: RecordData, action: string): DateText | null {
  const { kind, record } = data
  const { dueBy, dueInDays } = kind.workflow.states[step(kind.workflow, record.state, action)] ?? {}
  if (dueBy === 'targetDisclosure') {
    if (kind.workflow.actions[action]?.calledBy !== undefined) return record.dueOn
    const { jurisdictionId: jurisdiction, fiscalYear } = record
    const rules = context.rules.at({ date: context.today, jurisdiction, fiscalYear })
    return computeTargetDisclosureDeadline(context.today, rules).dueOn
  }
  if (dueBy !== undefined) return dayIn(data.content, dueBy)
  return dueInDays === undefined ? null : addDays(context.today, dueInDays)
}

/** The day that stands in a field of the record itself. */
export function dayIn(content: Content, field: DueField): DateText | null {
  const day = content[field]
  return typeof day === 'string' && day !== '' ? day : null
}
