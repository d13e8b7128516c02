import type { RecordKind } from '../workflow/record-kind.ts'
import { budgetDecision } from './budget-decision.ts'
import { circular } from './circular.ts'
import { disclosure } from './disclosure.ts'
import { rectificationNotice } from './notice.ts'
import { regionReport, SPECIAL_REPORT_KINDS, specialReport } from './special-report.ts'
import { rectificationTask } from './task.ts'

export { circular, regionReport, SPECIAL_REPORT_KINDS, specialReport }
export { budgetDecision, disclosure, rectificationNotice, rectificationTask }
export const resultsKinds: readonly RecordKind[] = [
  rectificationNotice,
  rectificationTask,
  budgetDecision,
  disclosure,
  specialReport,
  regionReport,
  circular,
]
export { type AssembledReport, assembleReport } from './report/assemble-report.ts'
export { type FigureLine, fieldTitle } from './report/figure-book.ts'
export type { YearResult } from './report/year-result.ts'
export { REPORT_READERS } from './report-readers.ts'
