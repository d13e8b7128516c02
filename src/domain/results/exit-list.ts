import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 到期退出清单: projects and policies whose term is over or ends soon, and those evaluated poor, each with what becomes
 * of it. Plan 三(五): items that go on for ever and cannot be left.
 */
export const exitList: RecordKind = {
  kind: 'results.exitList',
  stage: 'results',
  title: '到期退出清单',
  form: 'results/exit-list',
  per: 'jurisdiction',
  isMany: true,
  createdBy: ['finance_performance'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待提出意见', dueInDays: 20 },
      proposed: { title: '待决定', dueInDays: 5 },
      decided: { title: '已决定', isFinal: true },
    },
    actions: {
      propose: { title: '提出处理意见', from: ['draft'], to: 'proposed', by: ['finance_performance'] },
      decide: {
        title: '决定处理意见',
        from: ['proposed'],
        to: 'decided',
        by: ['finance_leader'],
        notBy: ['propose'],
        opinion: 'required',
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
  documents: [],
}
