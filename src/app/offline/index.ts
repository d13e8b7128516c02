import type { UseCase } from '../kernel/use-case.ts'
import { acceptWorkbook } from './accept-workbook.ts'
import { compareWorkbook } from './compare-workbook.ts'
import { exportWorkbook } from './export-workbook.ts'

export { acceptWorkbook, compareWorkbook, exportWorkbook }
export { Sheets } from './offline-record.ts'
export { readWorkbookFile } from './read-workbook-file.ts'

export const offlineUseCases = [
  exportWorkbook,
  compareWorkbook,
  acceptWorkbook,
] as unknown as readonly UseCase[]
