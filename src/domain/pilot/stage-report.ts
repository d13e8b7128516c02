import type { RecordKind } from '../workflow/record-kind.ts'

/** 分阶段报告: one per stage of the plan (S13), assembled from the records of that stage. */
export const stageReport: RecordKind = {
  kind: 'pilot.stageReport',
  stage: 'pilot',
  title: '分阶段绩效管理报告',
  form: 'pilot/stage-report',
  per: 'project',
  isMany: true,
  createdBy: ['finance_performance'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待送审', dueInDays: 15 },
      proposed: { title: '待审定', dueInDays: 5 },
      approved: { title: '已审定', isFinal: true },
    },
    actions: {
      propose: { title: '送审', from: ['draft'], to: 'proposed', by: ['finance_performance'] },
      approve: {
        title: '审定分报告',
        from: ['proposed'],
        to: 'approved',
        by: ['finance_leader'],
        notBy: ['propose'],
        opinion: 'optional',
        isLegalAct: true,
      },
      return: {
        title: '退回修改',
        from: ['proposed'],
        to: 'draft',
        by: ['finance_leader'],
        opinion: 'required',
        isReturn: true,
      },
    },
  },
  edits: { '*': [{ in: ['draft'], by: ['finance_performance'] }] },
  documents: [{ document: 'stage-report', title: '分阶段绩效管理报告', frozenBy: 'approve' }],
  seals: [{ by: 'approve', as: 'report.submitted' }],
}
