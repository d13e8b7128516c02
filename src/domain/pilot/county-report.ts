import type { RecordKind } from '../workflow/record-kind.ts'

/** 试点报告: per jurisdiction, with the stage reports inside (plan 二(三)). */
export const countyReport: RecordKind = {
  kind: 'pilot.countyReport',
  stage: 'pilot',
  title: '预算绩效一体化管理试点报告',
  form: 'pilot/county-report',
  per: 'jurisdiction',
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
  documents: [{ document: 'county-report', title: '预算绩效一体化管理试点报告', frozenBy: 'approve' }],
  seals: [{ by: 'approve', as: 'report.submitted' }],
}
