import { rowsOf } from '../../domain/forms/form-index.ts'
import type { Content } from '../../domain/forms/form.ts'
import { addDays, type DateText, isDate } from '../../domain/shared/dates.ts'
import { computeResultDisclosureDeadline } from '../../domain/results/compute/index.ts'
import { computeTargetDisclosureDeadline } from '../../domain/targets/compute/index.ts'
import { step } from '../../domain/workflow/workflow.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from './record-data.ts'

/**
 * The day by which a record is due after an act of today: by the rule that fixes the term of the state it
 * comes to, or by the days the workflow gives. An act that is only called for moves no legal term.
 */
export function dueOnAfter(context: Context, data: RecordData, action: string): DateText | null {
  const { kind, record } = data
  const { dueBy, dueFrom, dueInDays } = kind.workflow.states[step(kind.workflow, record.state, action)] ?? {}
  if (dueBy === 'targetDisclosure') {
    if (kind.workflow.actions[action]?.calledBy !== undefined) return record.dueOn
    const { jurisdictionId: jurisdiction, fiscalYear } = record
    const rules = context.rules.at({ date: context.today, jurisdiction, fiscalYear })
    return computeTargetDisclosureDeadline(context.today, rules).dueOn
  }
  if (dueBy === 'resultDisclosure') {
    const { jurisdictionId: jurisdiction, fiscalYear } = record
    const rules = context.rules.at({ date: context.today, jurisdiction, fiscalYear })
    return computeResultDisclosureDeadline(context.today, rules).dueOn
  }
  const named = dueFrom === undefined ? undefined : dayIn(data.content, dueFrom)
  if (named !== undefined) return named
  return dueInDays === undefined ? null : addDays(context.today, dueInDays)
}

/** The day a field of the record names (`rows/column`: the earliest of a table). */
export function dayIn(content: Content, from: string): DateText | undefined {
  const [field = '', column] = from.split('/')
  const values = column === undefined ? [content[field]] : rowsOf(content, field).map((row) => row[column])
  return values.filter((value): value is DateText => typeof value === 'string' && isDate(value)).toSorted()[0]
}
