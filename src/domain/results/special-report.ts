import type { RecordKind } from '../workflow/record-kind.ts'
import { COUNTY_HANDS, REGION_HANDS, REPORT_SEALS, reportEdits, reportWorkflow } from './report-workflow.ts'

/** 专报: one a year and place, to People's Congress and government of the same level. */
export const specialReport: RecordKind = {
  kind: 'results.specialReport',
  stage: 'results',
  title: '绩效评价结果专报',
  form: 'results/special-report',
  per: 'jurisdiction',
  isMany: true,
  createdBy: COUNTY_HANDS.drafts,
  workflow: reportWorkflow(COUNTY_HANDS),
  edits: reportEdits(COUNTY_HANDS),
  documents: [{ document: 'special-report', title: '绩效评价结果专报', frozenBy: 'sign' }],
  seals: REPORT_SEALS,
}

/** 自治区专报: the region's own over all places, to its government, with the request to forward it to departments. */
export const regionReport: RecordKind = {
  ...specialReport,
  kind: 'results.regionReport',
  title: '自治区绩效评价结果专报',
  createdBy: REGION_HANDS.drafts,
  workflow: reportWorkflow(REGION_HANDS),
  edits: reportEdits(REGION_HANDS),
}

/** The kinds that are assembled from a year's confirmed results. */
export const SPECIAL_REPORT_KINDS: readonly string[] = [specialReport.kind, regionReport.kind]
