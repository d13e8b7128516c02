import type { RecordKind } from '../workflow/record-kind.ts'
import { OFFICE_EDITS, OFFICE_SEALS, OFFICE_WORKFLOW } from './office-workflow.ts'

/** 部门(单位)整体支出绩效目标: one for an office and a year; its tasks are the office's projects and more. */
export const departmentWhole: RecordKind = {
  kind: 'targets.departmentWhole',
  stage: 'targets',
  title: '部门（单位）整体支出绩效目标申报表',
  form: 'targets/department-whole',
  per: 'organisation',
  createdBy: ['department'],
  workflow: OFFICE_WORKFLOW,
  edits: OFFICE_EDITS,
  documents: [
    {
      document: 'department-whole-target',
      title: '部门（单位）整体支出绩效目标申报表',
      frozenBy: 'approve',
    },
  ],
  seals: OFFICE_SEALS,
}
