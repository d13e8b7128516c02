import type { TargetsSheetContent } from '../../domain/forms/contents.ts'
import { checkDisclosedFile, TGT_303 } from '../../domain/targets/checks/index.ts'
import { targetSheet } from '../../domain/targets/index.ts'
import { found } from '../../domain/shared/check.ts'
import { defineAct } from '../records/act.ts'
import { disclosureFindings } from './assess-sheet.ts'
import { isOfficialFile } from './disclosed-file.ts'

/** 核定不公开内容: a second person agrees to what is kept back, row by row as it stands. */
export const checkTargetDisclosure = defineAct(targetSheet, 'checkDisclosure', {
  gate: async (_context, { content }) => {
    const rows = (content as TargetsSheetContent).withheld ?? []
    const where = { section: 'disclosure', field: 'withheld' }
    return rows.length > 0 ? [] : [found(TGT_303, '没有登记不公开内容，不需要核定。', where)]
  },
})

/** 登记公开: day, place, proof and file; too late is registered too, and stays visible. */
export const publishTarget = defineAct(targetSheet, 'publish', {
  gate: async (context, data) => [
    ...disclosureFindings(context, data),
    ...checkDisclosedFile(data.content, await isOfficialFile(context, data)),
  ],
})
