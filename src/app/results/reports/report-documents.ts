import type { DocumentBlocks } from '../../../domain/documents/block.ts'
import type { ResultsCircularContent, ResultsSpecialReportContent } from '../../../domain/forms/contents.ts'
import { buildAnnualSummary } from '../../../documents/annual-summary.ts'
import { buildCircular } from '../../../documents/circular.ts'
import { buildSpecialReport } from '../../../documents/special-report.ts'
import type { LetterHead } from '../../../documents/index.ts'
import type { Context } from '../../kernel/context.ts'
import { ledgerMarkOf } from '../../ledger/ledger-mark.ts'
import { documentSource, issuerName, letterHead } from '../../records/document-input.ts'
import type { RecordData } from '../../records/record-data.ts'
import { placeOf } from './assemble.ts'

/** 专报: upward, so the signer stands beside the number. */
export async function specialReportDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const source = await documentSource<ResultsSpecialReportContent>(context, data, 'special-report')
  const signed = data.acts.findLast(({ action }) => action === 'sign')
  return buildSpecialReport({
    frame: await sealed(context, data, source.frame),
    head: { ...(await headOf(context, data, source.raw.copiesTo)), signer: signed?.personName ?? '' },
    content: source.content,
    isProvincial: source.raw.reportType === 'provincial',
  })
}

export async function circularDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const source = await documentSource<ResultsCircularContent>(context, data, 'circular')
  return buildCircular({
    frame: await sealed(context, data, source.frame),
    head: await headOf(context, data, source.raw.copiesTo),
    content: source.content,
    isProvincial: await isProvincial(context, data),
  })
}

export async function summaryDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const source = await documentSource<ResultsCircularContent>(context, data, 'annual-summary')
  const place = await placeOf(context, data.record.jurisdictionId)
  return buildAnnualSummary({
    frame: source.frame,
    placeName: place.name,
    fiscalYear: data.record.fiscalYear,
    issuer: await issuer(context, data),
    content: source.content,
    isProvincial: place.level === 'province',
  })
}

async function headOf(
  context: Context,
  data: RecordData,
  copiesTo: string | null | undefined,
): Promise<LetterHead> {
  const copies = (copiesTo ?? '').split(/[、，,；;]/).map((name) => name.trim())
  return {
    ...letterHead(context, data, 'sign'),
    issuer: await issuer(context, data),
    copiesTo: copies.filter(Boolean),
  }
}

async function issuer(context: Context, data: RecordData): Promise<string> {
  return issuerName(context, data, 'sign', (await isProvincial(context, data)) ? 'province' : 'finance')
}

async function isProvincial(context: Context, { record }: RecordData): Promise<boolean> {
  return (await placeOf(context, record.jurisdictionId)).level === 'province'
}

/** Its place in the contract ledger, once it was signed. */
async function sealed<Frame extends object>(context: Context, { record }: RecordData, frame: Frame) {
  const ledger = await ledgerMarkOf(context, record.id, 'report.submitted')
  return ledger ? { ...frame, ledger } : frame
}
