import type { RecordKind } from '../workflow/record-kind.ts'
import { budgetDecision } from './budget-decision.ts'
import { circular } from './circular.ts'
import { disclosure } from './disclosure.ts'
import { applicationFollowUp } from './follow-up.ts'
import { exitList } from './exit-list.ts'
import { rectificationNotice } from './notice.ts'
import { regionReport, SPECIAL_REPORT_KINDS, specialReport } from './special-report.ts'
import { rectificationTask } from './task.ts'
import { rectificationTaskChange } from './task-change.ts'

export { RES_911 } from './gates.ts'
export * from './problem-source.ts'
export * from './responsibility.ts'
export * from './split-problems.ts'
export * from './task-due.ts'
export { applicationFollowUp }
export { budgetDecision, disclosure, rectificationNotice, rectificationTask, rectificationTaskChange }
export { computeTrackingDates } from './compute/deadlines.ts'
export { computeLinkageTotals } from './compute/linkage-totals.ts'
export { computeRectificationRate } from './compute/rectification-rate.ts'
export { exitList }
export { circular, regionReport, SPECIAL_REPORT_KINDS, specialReport }
export const resultsKinds: readonly RecordKind[] = [
  rectificationNotice,
  rectificationTask,
  rectificationTaskChange,
  applicationFollowUp,
  budgetDecision,
  disclosure,
  specialReport,
  regionReport,
  circular,
  exitList,
]
export { type AssembledReport, assembleReport } from './report/assemble-report.ts'
export { type FigureLine, fieldTitle } from './report/figure-book.ts'
export type { YearResult } from './report/year-result.ts'
export { REPORT_READERS } from './report-readers.ts'
