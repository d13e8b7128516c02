import { circular, specialReport } from '../../../domain/results/index.ts'
import { checkDispatches, checkReceipts } from '../../../domain/results/checks/index.ts'
import type { Content, ContentRow } from '../../../domain/forms/form.ts'
import { rowsOf } from '../../../domain/forms/form-index.ts'
import { dayOf } from '../../../domain/workflow/sentences.ts'
import type { RecordKind } from '../../../domain/workflow/record-kind.ts'
import { findOrganisations } from '../../../storage/organisation-repository.ts'
import { findReceipts } from '../../../storage/receipt-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { type ActUseCase, defineAct } from '../../records/act.ts'
import type { RecordData } from '../../records/record-data.ts'
import { assembledContent } from './assemble.ts'
import { checkReport, TEXTS_OF } from './report-behaviour.ts'

/** 提交、核对、签发 look again at every figure; whoever signs has the same text before them as the records. */
export const reportActs: readonly ActUseCase[] = [specialReport, circular].flatMap(actsOf)

function actsOf(kind: RecordKind): ActUseCase[] {
  const gate = checkReport
  return [
    defineAct(kind, 'propose', { gate }),
    defineAct(kind, 'assemble', { complete: assembleAgain }),
    defineAct(kind, 'withdraw'),
    defineAct(kind, 'check', { gate }),
    defineAct(kind, 'sign', { gate, complete: nameRecipients }),
    defineAct(kind, 'return'),
    defineAct(kind, 'send', { gate: checkSending }),
    defineAct(kind, 'close', { gate: checkClosing }),
  ]
}

async function assembleAgain(context: Context, { record, kind, content }: RecordData): Promise<Content> {
  return { ...content, ...(await assembledContent(context, record, TEXTS_OF[kind.kind] ?? [])) }
}

/** Whom it goes to is known at signing: the addressees of a 专报, every department of the place of a 通报. */
async function nameRecipients(context: Context, { record, kind, content }: RecordData): Promise<Content> {
  const copies = namesIn(content['copiesTo'])
  if (kind.kind === specialReport.kind) {
    const recipients = [...namesIn(content['addressee']), ...copies]
    return {
      ...content,
      dispatches: recipients.map((recipient): ContentRow => ({ recipient, way: 'exchange' })),
    }
  }
  const departments = await findOrganisations(context.db, {
    jurisdictionId: record.jurisdictionId,
    kind: 'department',
  })
  const inSystem = departments.map(({ name }): ContentRow => ({ recipient: name, way: 'system' }))
  return {
    ...content,
    dispatches: [...inSystem, ...copies.map((recipient): ContentRow => ({ recipient, way: 'exchange' }))],
  }
}

function namesIn(text: unknown): string[] {
  return typeof text === 'string'
    ? text
        .split(/[、，,；;]/)
        .map((name) => name.trim())
        .filter(Boolean)
    : []
}

async function checkSending(context: Context, data: RecordData) {
  const signed = data.acts.findLast(({ action }) => action === 'sign')
  return checkDispatches(rowsOf(data.content, 'dispatches'), {
    signedOn: signed ? dayOf(signed.actedAt) : context.today,
    today: context.today,
  })
}

async function checkClosing(context: Context, data: RecordData) {
  const receipts = await findReceipts(context.db, data.record.id)
  const dispatches = rowsOf(data.content, 'dispatches')
  return [
    ...(await checkSending(context, data)),
    ...checkReceipts(
      dispatches,
      receipts.map(({ organisationName }) => organisationName),
    ),
  ]
}
