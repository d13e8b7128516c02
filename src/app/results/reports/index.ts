import type { UseCase } from '../../kernel/use-case.ts'
import type { StageModule } from '../../records/stage-module.ts'
import { beginCircular, beginRegionReport, beginSpecialReport } from './begin-report.ts'
import { confirmReceipt, listReports } from './list-reports.ts'
import { reportActs } from './report-acts.ts'
import { REPORT_BEHAVIOURS } from './report-behaviour.ts'

export { confirmReceipt, listReports }

/** 专报、通报和汇总表: what they add to the stage. */
export const reportsPart: StageModule = {
  behaviours: REPORT_BEHAVIOURS,
  begins: [beginSpecialReport, beginRegionReport, beginCircular],
  acts: reportActs,
  others: [listReports, confirmReceipt] as unknown as readonly UseCase[],
}
