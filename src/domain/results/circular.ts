import type { RecordKind } from '../workflow/record-kind.ts'
import { REPORT_EDITS, REPORT_SEALS, REPORT_WORKFLOW } from './report-workflow.ts'

/** 通报: the year's results by grade to every department of the place, and the summary table (domain/06, 6.3). */
export const circular: RecordKind = {
  kind: 'results.circular',
  stage: 'results',
  title: '绩效评价结果通报',
  form: 'results/circular',
  per: 'jurisdiction',
  isMany: true,
  createdBy: ['finance_performance', 'province'],
  workflow: REPORT_WORKFLOW,
  edits: REPORT_EDITS,
  documents: [
    { document: 'circular', title: '绩效评价结果通报', frozenBy: 'sign' },
    { document: 'annual-summary', title: '年度评价结果汇总表', frozenBy: 'sign' },
  ],
  seals: REPORT_SEALS,
}
