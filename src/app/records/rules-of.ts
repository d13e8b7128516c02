import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from './record-data.ts'

/**
 * The values in force for a record: today's while it is being worked on, those of its last act once
 * it is finished, so that an old result is explained by the rules it was reached under.
 */
export function rulesOf(context: Pick<Context, 'rules' | 'today'>, data: RecordData): ParameterReader {
  const { record, kind, acts } = data
  const last = acts.at(-1)
  const isFinal = kind.workflow.states[record.state]?.isFinal ?? false
  return context.rules.at({
    date: isFinal && last ? dayOf(last.actedAt) : context.today,
    jurisdiction: record.jurisdictionId,
    fiscalYear: record.fiscalYear,
  })
}

/** Where a figure stands, as pages and explanations name it: `light`, `scores[2].computedScore_x100`. */
export function placeKey(field: string, row?: number, column?: string): string {
  return row === undefined ? field : `${field}[${row}].${column}`
}
