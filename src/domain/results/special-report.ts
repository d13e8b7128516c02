import type { RecordKind } from '../workflow/record-kind.ts'
import { REPORT_EDITS, REPORT_SEALS, REPORT_WORKFLOW } from './report-workflow.ts'

/** 专报: one a year and place to People's Congress and government; the province's own asks for it to be forwarded. */
export const specialReport: RecordKind = {
  kind: 'results.specialReport',
  stage: 'results',
  title: '绩效评价结果专报',
  form: 'results/special-report',
  per: 'jurisdiction',
  isMany: true,
  createdBy: ['finance_performance', 'province'],
  workflow: REPORT_WORKFLOW,
  edits: REPORT_EDITS,
  documents: [{ document: 'special-report', title: '绩效评价结果专报', frozenBy: 'sign' }],
  seals: REPORT_SEALS,
}
