import type { DocumentBlocks } from '../../domain/documents/block.ts'
import type { TargetsSheetContent } from '../../domain/forms/contents.ts'
import { found } from '../../domain/shared/check.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { checkDisclosedFile, TGT_303 } from '../../domain/targets/checks/index.ts'
import { targetSheet } from '../../domain/targets/index.ts'
import type { RecordKind } from '../../domain/workflow/record-kind.ts'
import type { Context } from '../kernel/context.ts'
import { type ActUseCase, defineAct } from '../records/act.ts'
import type { RecordData } from '../records/record-data.ts'
import { isOfficialFile } from './disclosed-file.ts'
import { disclosureFindings } from './disclosure.ts'
import { copyTarget, redactionFindings } from './public-target.ts'
import { targetApprovalDocument, targetSheetDocument } from './sheet-documents.ts'

type Build = (context: Context, data: RecordData) => Promise<DocumentBlocks>

/** 核定不公开内容: a second person agrees to what is kept back, row by row as it stands. */
export function checkDisclosureOf(kind: RecordKind): ActUseCase {
  return defineAct(kind, 'checkDisclosure', {
    gate: async (_context, { content }) => {
      const rows = (content as TargetsSheetContent).withheld ?? []
      const where = { section: 'disclosure', field: 'withheld' }
      return rows.length > 0 ? [] : [found(TGT_303, '没有登记不公开内容，不需要核定。', where)]
    },
  })
}

/**
 * 登记公开: day, place, proof and file; too late is registered too, and stays visible.
 * @param builders what prints the documents that may be the published file
 */
export function publishOf(kind: RecordKind, builders: readonly Build[]): ActUseCase {
  const gate = async (context: Context, data: RecordData): Promise<Finding[]> => [
    ...disclosureFindings(context, data),
    ...(await redactionFindings(context, data)),
    ...checkDisclosedFile(data.content, await isOfficialFile(context, data, builders)),
  ]
  return defineAct(kind, 'publish', { gate, effect: copyTarget })
}

export const checkTargetDisclosure = checkDisclosureOf(targetSheet)
export const publishTarget = publishOf(targetSheet, [targetSheetDocument, targetApprovalDocument])
