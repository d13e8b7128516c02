import type { UseCase } from '../../kernel/use-case.ts'
import type { StageModule } from '../../records/stage-module.ts'
import { beginCircular, beginSpecialReport } from './begin-report.ts'
import { confirmReceipt, listReports } from './list-reports.ts'
import { reportActs } from './report-acts.ts'
import { circularBehaviour, specialBehaviour } from './report-behaviour.ts'

export { confirmReceipt, listReports }

/** 专报、通报和汇总表: what they add to the stage. */
export const reportsPart: StageModule = {
  behaviours: [specialBehaviour, circularBehaviour],
  begins: [beginSpecialReport, beginCircular],
  acts: reportActs,
  others: [listReports, confirmReceipt] as unknown as readonly UseCase[],
}
