import { checkAgencyEntry, checkLeads, judgeLeads } from '../../../domain/evaluation/checks/index.ts'
import { agencyEntry } from '../../../domain/evaluation/index.ts'
import type { EvaluationAgencyEntryContent } from '../../../domain/forms/contents.ts'
import type { Finding } from '../../../domain/shared/finding.ts'
import { findRecords } from '../../../storage/record-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { defineAct } from '../../records/act.ts'
import type { Assessment, RecordBehaviour } from '../../records/behaviour.ts'
import type { RecordData } from '../../records/record-data.ts'
import { placeKey, rulesOf } from '../../records/rules-of.ts'

/** 登记: conditions, no second entry, and at least one lead evaluator with the years. */
export const registerAgency = defineAct(agencyEntry, 'register', { gate: entryFindings })
export const suspendAgency = defineAct(agencyEntry, 'suspend')
export const reinstateAgency = defineAct(agencyEntry, 'reinstate', { gate: entryFindings })
export const removeAgency = defineAct(agencyEntry, 'leave')

export const agencyEntryBehaviour: RecordBehaviour = { kind: agencyEntry.kind, assess: assessEntry }

/** Years of every lead evaluator as of today, each with its reason. */
async function assessEntry(context: Context, data: RecordData): Promise<Assessment> {
  const content = data.content as EvaluationAgencyEntryContent
  const judged = judgeLeads(content, context.today, rulesOf(context, data)).flatMap((lead) =>
    lead.explanation ? [{ ...lead, explanation: lead.explanation }] : [],
  )
  const keyOf = (row: number) => placeKey('leads', row, 'eligible')
  return {
    findings: data.record.state === 'left' ? [] : await entryFindings(context, data),
    explanations: Object.fromEntries(judged.map(({ row, explanation }) => [keyOf(row), explanation])),
    figures: Object.fromEntries(judged.map(({ row, explanation }) => [keyOf(row), explanation.result])),
  }
}

async function entryFindings(context: Context, data: RecordData): Promise<Finding[]> {
  const content = data.content as EvaluationAgencyEntryContent
  const { jurisdictionId, id } = data.record
  const entries = await findRecords(context.db, { jurisdictionId, kind: agencyEntry.kind })
  const isDouble = entries.some(
    (one) =>
      one.id !== id &&
      ['registered', 'suspended'].includes(one.state) &&
      one.content['agency'] === content.agency,
  )
  return [
    ...checkAgencyEntry(content, isDouble && Boolean(content.agency)),
    ...checkLeads(content, context.today, rulesOf(context, data)),
  ]
}
