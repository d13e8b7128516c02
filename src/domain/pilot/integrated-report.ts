import type { RecordKind } from '../workflow/record-kind.ts'

/** 一体化评价报告: per project at the end of its cycle (plan 四(一)); contains the five stage reports. */
export const integratedReport: RecordKind = {
  kind: 'pilot.integratedReport',
  stage: 'pilot',
  title: '一体化评价报告',
  form: 'pilot/integrated-report',
  per: 'project',
  createdBy: ['finance_performance'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待送审', dueInDays: 15 },
      proposed: { title: '待审定', dueInDays: 5 },
      approved: { title: '已上报', isFinal: true },
    },
    actions: {
      propose: { title: '送审', from: ['draft'], to: 'proposed', by: ['finance_performance'] },
      approve: {
        title: '审定并上报',
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
  documents: [{ document: 'integrated-report', title: '一体化评价报告', frozenBy: 'approve' }],
  seals: [{ by: 'approve', as: 'report.submitted' }],
}
