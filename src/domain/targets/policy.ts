import type { RecordKind } from '../workflow/record-kind.ts'
import { OFFICE_EDITS, OFFICE_SEALS, OFFICE_WORKFLOW } from './office-workflow.ts'

/** 政策绩效目标: a spending policy has targets like a project; an office may have several. */
export const policyTarget: RecordKind = {
  kind: 'targets.policy',
  stage: 'targets',
  title: '政策绩效目标申报表',
  form: 'targets/policy',
  per: 'organisation',
  isMany: true,
  createdBy: ['department'],
  workflow: OFFICE_WORKFLOW,
  edits: OFFICE_EDITS,
  documents: [{ document: 'policy-target', title: '政策绩效目标申报表', frozenBy: 'approve' }],
  seals: OFFICE_SEALS,
}
